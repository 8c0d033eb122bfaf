// The official command line, @wavespeed/cli: upload, run, show.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node command-line.mjs
import assert from 'node:assert/strict';
import { calls, check, clip, commandLine, finish, freshKey } from './kit.mjs';

const key = freshKey('command-line');
const wavespeed = await commandLine(key);
let joe;

await check('upload and run: a clip becomes a character', async () => {
  const uploaded = await wavespeed('upload', clip('clip-3s.mp4'), '--json');
  assert.equal(uploaded.code, 0, uploaded.stderr);
  const made = await wavespeed('run', 'openai/sora-2/characters', '-i', `video=${uploaded.json.url}`, 'name=Joe', '--json');
  assert.equal(made.code, 0, made.stdout + made.stderr);
  // It takes objects for no outputs, but hands on what came.
  joe = made.json.raw.outputs[0].id;
  assert.match(joe, /^char_[0-9a-f]{32}$/);
});

await check('run and download: the character plays in a video that is saved', async () => {
  const made = await wavespeed(
    'run', 'openai/sora-2/text-to-video', '-p', 'Joe waves', '-i', `characters=[{"id":"${joe}"}]`, 'duration=8',
    '--download', './joe.{ext}', '--json',
  );
  assert.equal(made.code, 0, made.stdout + made.stderr);
  assert.equal(made.json.outputs.length, 1);
  assert.match(made.json.saved[0], /joe\.mp4$/);
});

await check('show: a job of the past', async () => {
  const polls = (await calls(key)).filter((call) => call.endsWith('/result 200'));
  const id = polls.at(-1).split('/').at(-2);
  const shown = await wavespeed('show', id, '--json');
  assert.equal(shown.json.id, id);
  assert.equal(shown.json.status, 'completed');
  assert.equal(shown.json.model, 'openai/sora-2/text-to-video');
});

await check('what is refused or fails ends with 1 and the reason', async () => {
  const refused = await wavespeed('run', 'openai/sora-2/text-to-video', '-p', 'x', '-i', 'duration=5', '--json');
  assert.equal(refused.code, 1);
  assert.match(refused.json.error, /HTTP 400: .*duration/);
  const missing = await wavespeed('show', '0'.repeat(32), '--json');
  assert.equal(missing.code, 1);
  assert.match(missing.json.error, /404/);
});

finish();
