// The official JavaScript client of each::labs, unmodified but for its base URL, which is one of its options.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node eachlabs.mjs
import assert from 'node:assert/strict';
import Each from '@eachlabs/aiflow';
import { baseUrl, calls, check, finish, freshKey, until } from './kit.mjs';

const key = freshKey('eachlabs');
const apiBaseUrl = `${baseUrl}/v1`;
const { prediction } = new Each({ auth: key, apiBaseUrl });
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

// It prints every request it makes, with the key.
const say = console.log;
console.log = (first, ...rest) => {
  if (typeof first === 'string' && /^(ok|\d+ passed)/.test(first)) say(first, ...rest);
};

async function made(model, input) {
  const answer = await prediction.create({ model, version: '0.0.1', input });
  assert.equal(answer.status, 'success');
  assert.match(answer.predictionID, UUID);
  return answer.predictionID;
}
const ended = (id) =>
  until(() => prediction.get(id), ({ status }) => ['success', 'error', 'cancelled'].includes(status));

let mossy;
await check('a clip becomes a character', async () => {
  const input = { video_url: 'https://example.com/clip.mp4', name: 'Mossy' };
  const id = await made('sora-2-characters', input);
  const job = await ended(id);
  assert.equal(job.status, 'success', JSON.stringify(job.output));
  assert.equal(job.id, id);
  assert.deepEqual(job.input, input);
  assert.match(job.output.id, /^char_[0-9a-f]{32}$/);
  assert.equal(job.output.name, 'Mossy');
  mossy = job.output.id;
  const asked = await calls(key);
  assert.equal(asked[0], 'POST /v1/prediction/ 200');
  assert.equal(asked[1], `GET /v1/prediction/${id} 200`);
});

await check('the character plays in a video, whose URL serves an MP4', async () => {
  const input = { prompt: 'Mossy waves', character_ids: [mossy], duration: 4 };
  const job = await ended(await made('sora-2-text-to-video', input));
  assert.equal(job.status, 'success', JSON.stringify(job.output));
  const answer = await fetch([job.output].flat()[0]);
  assert.equal(answer.headers.get('content-type'), 'video/mp4');
  assert.ok(job.metrics.cost > 0 && job.metrics.predict_time >= 0);
});

await check('a job is called off', async () => {
  const id = await made('sora-2-text-to-video', { prompt: 'Rain [[fault: stuck]]' });
  const answer = await prediction.cancel(id);
  assert.equal(answer.predictionID, id);
  assert.equal(answer.status, 'success');
  const job = await prediction.get(id);
  assert.deepEqual([job.status, job.output, job.metrics.cost], ['cancelled', null, 0]);
});

await check('a run of a character is answered when it is done, one of a video is refused', async () => {
  const answer = await prediction.run({
    model: 'sora-2-characters',
    version: '0.0.1',
    input: { video_url: 'https://example.com/clip.mp4', name: 'Moss' },
  });
  assert.equal(answer.status, 'success');
  assert.match(answer.predictionID, UUID);
  assert.match(answer.output.id, /^char_[0-9a-f]{32}$/);
  assert.equal(answer.error, '');
  const video = { model: 'sora-2-text-to-video', version: '0.0.1', input: { prompt: 'Rain' } };
  await assert.rejects(prediction.run(video), /^Error: Request failed: /);
  const [done, refused] = (await calls(key)).slice(-2);
  assert.deepEqual([done, refused], ['POST /v1/prediction/run 200', 'POST /v1/prediction/run 400']);
});

await check('a failed job says why, and a refused request is thrown', async () => {
  const job = await ended(await made('sora-2-text-to-video', { prompt: 'Rain [[fault: fails]]' }));
  assert.equal(job.status, 'error');
  assert.match(job.output.error_code, /^[A-Z_]+$/);
  assert.equal(job.output.execution_id, job.id);
  assert.equal(job.metrics.cost, 0);
  await assert.rejects(prediction.get('00000000-0000-4000-8000-000000000000'), /^Error: Request failed: /);
  const stranger = new Each({ auth: ' ', apiBaseUrl });
  await assert.rejects(stranger.prediction.create({ model: 'sora-2-characters', version: '0.0.1', input: {} }));
});

finish();
