// The official MCP server, @wavespeed/mcp, over stdio: run_model, get_prediction, upload_file.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node mcp.mjs
import assert from 'node:assert/strict';
import { calls, check, clip, finish, freshKey, mcpServer } from './kit.mjs';

const key = freshKey('mcp');
const server = await mcpServer(key);
let joe;

await check('it introduces itself and its tools', async () => {
  assert.equal(server.serverInfo.name, 'wavespeed');
  const { tools } = await server.request('tools/list', {});
  const names = tools.map((tool) => tool.name);
  assert.ok(['run_model', 'get_prediction', 'upload_file'].every((name) => names.includes(name)), names.join());
});

await check('run_model: a local clip is uploaded and becomes a character', async () => {
  const input = { video: `@${clip('clip-3s.mp4')}`, name: 'Joe' };
  const made = await server.call('run_model', { model: 'openai/sora-2/characters', input });
  assert.equal(made.status, 'completed');
  assert.equal(made.uploaded_files, 1);
  assert.equal(made.outputs[0].name, 'Joe');
  joe = made.outputs[0].id;
  assert.match(joe, /^char_[0-9a-f]{32}$/);
});

await check('upload_file: the same bytes are not sent again', async () => {
  const { url, cached } = await server.call('upload_file', { path: clip('clip-3s.mp4') });
  assert.equal(cached, true);
  assert.equal((await fetch(url)).headers.get('content-type'), 'video/mp4');
  const uploads = (await calls(key)).filter((call) => call.startsWith('POST /api/v3/media/'));
  assert.equal(uploads.length, 1, uploads.join('\n'));
});

await check('run_model without a wait, then get_prediction', async () => {
  const input = { prompt: 'Joe waves', characters: [{ id: joe }] };
  const submitted = await server.call('run_model', { model: 'openai/sora-2/text-to-video', input, wait_seconds: 0 });
  assert.equal(submitted.status, 'created');
  let job;
  for (let i = 0; i < 50 && job?.status !== 'completed'; i += 1) {
    job = await server.call('get_prediction', { id: submitted.id });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(job.status, 'completed');
  assert.equal((await fetch(job.outputs[0])).headers.get('content-type'), 'video/mp4');
});

await check('what is refused or fails comes back as the tool\'s error', async () => {
  const model = 'openai/sora-2/text-to-video';
  await assert.rejects(server.call('run_model', { model, input: {} }), /missing required parameter: prompt/);
  const characters = [{ id: 'char_00000000000000000000000000000000' }];
  await assert.rejects(
    server.call('run_model', { model, input: { prompt: 'nobody waves', characters } }),
    /Prediction failed: .*char_0{32}.*task_id: [0-9a-f]{32}/,
  );
  await assert.rejects(server.call('get_prediction', { id: '0'.repeat(32) }), /Task not found/);
});

finish();
