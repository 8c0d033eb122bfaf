// Lists, deletions, sync mode and the addresses of version 2, as the official clients use them.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node listing.mjs
import assert from 'node:assert/strict';
import { openAsBlob } from 'node:fs';
import { Client } from 'wavespeed';
import zeroZero from 'wavespeed-0-0';
import zeroTwo from 'wavespeed-0-2';
import { baseUrl, calls, check, clip, commandLine, finish, freshKey } from './kit.mjs';

const cliKey = freshKey('listing-cli');
const jsKey = freshKey('listing-js');
const oldKey = freshKey('listing-old');
const MODEL = 'openai/sora-2/text-to-video';
const nobody = { prompt: 'nobody waves', characters: [{ id: 'char_00000000000000000000000000000000' }] };
const wavespeed = await commandLine(cliKey);

await check('the command line runs in sync mode: one request and no poll', async () => {
  const made = await wavespeed('run', MODEL, '-p', 'Rain on tin', '--sync', '--json');
  assert.equal(made.code, 0, made.stdout + made.stderr);
  assert.equal(made.json.outputs.length, 1);
  assert.deepEqual(await calls(cliKey), [`POST /api/v3/${MODEL} 200`]);
});

await check('the command line lists what was run, with its inputs', async () => {
  await wavespeed('run', MODEL, '-p', 'Snow', '-i', 'duration=8', '--json');
  const { json } = await wavespeed('history', '--json');
  assert.equal(json.page, 1);
  assert.deepEqual(json.items.map((item) => item.inputs.prompt), ['Snow', 'Rain on tin']);
  const failed = await wavespeed('history', '--status', 'failed', '--json');
  assert.deepEqual(failed.json.items, []);
  const shown = await wavespeed('history');
  assert.match(shown.stdout, /2 predictions.*completed.*prompt: Snow/s);
});

await check('the command line deletes one of them', async () => {
  const [first] = (await wavespeed('history', '--json')).json.items;
  const deleted = await wavespeed('delete', first.id, '--json');
  assert.deepEqual(deleted.json, { deleted: [first.id] });
  const { json } = await wavespeed('history', '--json');
  assert.deepEqual(json.items.map((item) => item.inputs.prompt), ['Rain on tin']);
});

for (const [version, client] of [
  ['0.3.2', new Client(jsKey, { baseUrl })],
  ['0.2.3', new zeroTwo.Client(jsKey, { baseUrl })],
]) {
  await check(`${version}: sync mode gives outputs at once, and throws a failed job`, async () => {
    const { outputs } = await client.run(MODEL, { prompt: 'Rain' }, { enableSyncMode: true });
    assert.equal((await fetch(outputs[0])).headers.get('content-type'), 'video/mp4');
    await assert.rejects(client.run(MODEL, nobody, { enableSyncMode: true }), /task_id: [0-9a-f]{32}.*char_0{32}/);
  });
}

await check('0.3.2: base64 output holds the video itself', async () => {
  const client = new Client(jsKey, { baseUrl });
  const { outputs } = await client.run(MODEL, { prompt: 'Rain', enable_base64_output: true });
  assert.equal(Buffer.from(outputs[0], 'base64').subarray(4, 8).toString('latin1'), 'ftyp');
});

await check('0.0.15: uploads at the address of version 2', async () => {
  const client = new zeroZero.WaveSpeed(oldKey, { baseUrl: `${baseUrl}/api/v3/`, pollInterval: 0.2 });
  const video = await client.upload(await openAsBlob(clip('clip-3s.mp4')), { filename: 'joe.mp4' });
  const { outputs } = await client.run('openai/sora-2/characters', { video, name: 'Joe' });
  assert.match(outputs[0].id, /^char_[0-9a-f]{32}$/);
  assert.ok((await calls(oldKey)).includes('POST /api/v2/media/upload/binary 200'));
});

finish();
