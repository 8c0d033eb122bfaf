// Earlier versions of the official JavaScript client, which are still in use: 0.2.3 and 0.0.15.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node older-clients.mjs
import assert from 'node:assert/strict';
import zeroZero from 'wavespeed-0-0';
import zeroTwo from 'wavespeed-0-2';
import { baseUrl, calls, check, clip, finish, freshKey } from './kit.mjs';

const newerKey = freshKey('older-0-2');
const CHARACTER = /^char_[0-9a-f]{32}$/;
const nobody = { prompt: 'nobody waves', characters: [{ id: 'char_00000000000000000000000000000000' }] };

const newer = new zeroTwo.Client(newerKey, { baseUrl });
let joe;

await check('0.2.3: a clip, uploaded in one step, becomes a character', async () => {
  const video = await newer.upload(clip('clip-3s.mp4'));
  const { outputs } = await newer.run('openai/sora-2/characters', { video, name: 'Joe' });
  assert.match(outputs[0].id, CHARACTER);
  joe = outputs[0].id;
  const asked = await calls(newerKey);
  assert.ok(asked.includes('POST /api/v3/media/upload/binary 200'), asked.join('\n'));
});

await check('0.2.3: the character plays in a video', async () => {
  const input = { prompt: 'Joe waves', characters: [{ id: joe }] };
  const { outputs } = await newer.run('openai/sora-2/text-to-video', input, { pollInterval: 0.2 });
  const answer = await fetch(outputs[0]);
  assert.equal(answer.headers.get('content-type'), 'video/mp4');
});

await check('0.2.3: a failed job is thrown with its id and reason, a refused one with its status', async () => {
  await assert.rejects(
    newer.run('openai/sora-2/text-to-video', nobody),
    /Prediction failed \(task_id: [0-9a-f]{32}\): .*char_0{32}/,
  );
  await assert.rejects(
    newer.run('openai/sora-2/text-to-video', {}),
    /Failed to submit prediction: HTTP 400: \{"code":400,"message":"missing required parameter: prompt"\}/,
  );
  const { outputs, detail } = await newer.runNoThrow('openai/sora-2/text-to-video', nobody);
  assert.equal(outputs, null);
  assert.match(detail.taskId, /^[0-9a-f]{32}$/);
});

// Its base URL is the whole root of the API, with a slash at the end.
const oldest = new zeroZero.WaveSpeed(freshKey('older-0-0'), { baseUrl: `${baseUrl}/api/v3/`, pollInterval: 0.2 });

await check('0.0.15: a job is made, waited for, and asked for again', async () => {
  const input = { video: 'https://example.com/your-input.mp4', name: 'Joe' };
  const created = await oldest.create('openai/sora-2/characters', input);
  assert.equal(created.status, 'created');
  assert.deepEqual(created.outputs, []);
  const ended = await created.wait();
  assert.equal(ended.status, 'completed');
  assert.match(ended.outputs[0].id, CHARACTER);
  const again = await oldest.getPrediction(created.id);
  assert.deepEqual(again.outputs, ended.outputs);
  assert.equal(again.error, '');
});

await check('0.0.15: run gives the address of a video', async () => {
  const { status, outputs, executionTime } = await oldest.run('openai/sora-2/text-to-video', { prompt: 'A walk' });
  assert.equal(status, 'completed');
  assert.ok(executionTime > 0);
  const answer = await fetch(outputs[0]);
  assert.equal(answer.headers.get('content-type'), 'video/mp4');
});

await check('0.0.15: a failed job keeps its reason, a refused one is thrown', async () => {
  const ended = await oldest.run('openai/sora-2/text-to-video', nobody);
  assert.equal(ended.status, 'failed');
  assert.match(ended.error, /char_0{32}/);
  await assert.rejects(oldest.run('openai/sora-2/text-to-video', {}), /Failed to create prediction: 400 .*prompt/);
});

finish();
