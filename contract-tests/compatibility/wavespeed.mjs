// The official JavaScript client, unmodified, from an upload to a video with a character in it.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node wavespeed.mjs
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Client } from 'wavespeed';

const baseUrl = process.env.UNDERSTUDY_URL ?? 'http://127.0.0.1:8080';
const clip = (name) => fileURLToPath(new URL(`../../fixtures/clips/${name}`, import.meta.url));
const client = new Client('any', { baseUrl });
let passed = 0;

async function check(what, action) {
  await action();
  passed += 1;
  console.log(`ok  ${what}`);
}

let joe;
await check('a clip becomes a character', async () => {
  const video = await client.upload(clip('clip-3s.mp4'));
  const { outputs } = await client.run('openai/sora-2/characters', { video, name: 'Joe' });
  assert.equal(outputs.length, 1);
  assert.match(outputs[0].id, /^char_[0-9a-f]{32}$/);
  assert.equal(outputs[0].name, 'Joe');
  joe = outputs[0].id;
});

await check('the character plays in a video, whose URL serves an MP4', async () => {
  const input = { prompt: 'Joe waves', characters: [{ id: joe }] };
  const { outputs } = await client.run('openai/sora-2/text-to-video', input);
  const answer = await fetch(outputs[0]);
  assert.equal(answer.headers.get('content-type'), 'video/mp4');
  const head = Buffer.from(await answer.arrayBuffer()).subarray(4, 8).toString('latin1');
  assert.equal(head, 'ftyp');
});

await check('2 s and 4 s pass, 1.9 s and 4.1 s fail, in every container', async () => {
  for (const ending of ['mp4', 'mov', 'webm']) {
    for (const length of ['2s', '4s']) {
      const video = await client.upload(clip(`clip-${length}.${ending}`));
      const { outputs } = await client.run('openai/sora-2/characters', { video, name: 'Joe' });
      assert.match(outputs[0].id, /^char_/, `${length} ${ending}`);
    }
    for (const length of ['1.9s', '4.1s']) {
      const video = await client.upload(clip(`clip-${length}.${ending}`));
      await assert.rejects(
        client.run('openai/sora-2/characters', { video, name: 'Joe' }),
        /Prediction failed \(task_id: [0-9a-f]{32}\): the video must be 2 to 4 seconds long, but it has (1\.9|4\.1)/,
        `${length} ${ending}`,
      );
    }
  }
});

await check('a missing name is refused at once, and not tried again', async () => {
  await assert.rejects(
    client.run('openai/sora-2/characters', { video: 'https://example.com/your-input.mp4' }),
    /HTTP 400: \{"code":400,"message":"missing required parameter: name"\}/,
  );
});

await check('a made-up URL works offline', async () => {
  const input = { video: 'https://example.com/your-input.mp4', name: 'Joe' };
  const { outputs } = await client.run('openai/sora-2/characters', input);
  assert.equal(outputs[0].name, 'Joe');
});

await check('a failed job carries its id', async () => {
  const { outputs, detail } = await client.runNoThrow('openai/sora-2/text-to-video', {
    prompt: 'nobody waves',
    characters: [{ id: 'char_00000000000000000000000000000000' }],
  });
  assert.equal(outputs, null);
  assert.equal(detail.status, 'failed');
  assert.match(detail.taskId, /^[0-9a-f]{32}$/);
});

console.log(`${passed} passed, 0 failed`);
