// The catalog, prices and all seven models, as the official clients use them.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node models.mjs
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Client } from 'wavespeed';
import { baseUrl, calls, check, commandLine, finish, fixture, freshKey, mcpServer } from './kit.mjs';

const cliKey = freshKey('models-cli');
const VIDEOS = {
  'openai/sora-2/text-to-video': { prompt: 'Rain', duration: 8 },
  'openai/sora-2/text-to-video-pro': { prompt: 'Rain', size: '1024*1792' },
  'openai/sora-2-pro/text-to-video': { prompt: 'Rain', size: '1920*1080' },
  'openai/sora-2/image-to-video': { prompt: 'It purrs' },
  'openai/sora-2/image-to-video-pro': { prompt: 'It purrs', resolution: '1080p' },
  'openai/sora-2-pro/image-to-video': { prompt: 'It purrs' },
};
const MODELS = ['openai/sora-2/characters', ...Object.keys(VIDEOS)].sort();
const picture = `data:image/png;base64,${readFileSync(fixture('images/landscape.png')).toString('base64')}`;

const wavespeed = await commandLine(cliKey);
const server = await mcpServer(freshKey('models-mcp'));

await check('the command line lists the models', async () => {
  const { json } = await wavespeed('models', '--no-cache', '--json');
  assert.deepEqual(json.map((model) => model.model_id).sort(), MODELS);
});

await check('the command line shows the inputs of a model', async () => {
  const { json } = await wavespeed('schema', 'openai/sora-2/text-to-video', '--json');
  assert.deepEqual(json['x-order-properties'], ['prompt', 'size', 'duration', 'characters']);
  assert.deepEqual(json.properties.duration.enum, [4, 8, 12, 16, 20]);
});

await check('the command line prices a run, at the older address', async () => {
  const { json } = await wavespeed('price', 'openai/sora-2/text-to-video', '-p', 'Rain', '-i', 'duration=8', '--json');
  assert.deepEqual(json, { model_id: 'openai/sora-2/text-to-video', unit_price: 0.8, currency: 'USD' });
  assert.ok((await calls(cliKey)).includes('POST /api/v3/model/pricing 200'));
});

await check('the MCP server lists the models and finds one by a word', async () => {
  const all = await server.call('list_models', { refresh: true });
  assert.equal(all.total_matches, MODELS.length);
  const found = await server.call('list_models', { query: 'characters' });
  assert.ok(found.models.some((model) => model.model_id === 'openai/sora-2/characters'));
});

await check('the MCP server shows the inputs of a model', async () => {
  const schema = await server.call('get_model_schema', { model: 'openai/sora-2/characters' });
  assert.deepEqual(schema.required, ['video', 'name']);
  assert.deepEqual(schema.property_order, ['video', 'name']);
  assert.equal(schema.base_price, 0.001);
});

await check('the MCP server prices a run', async () => {
  const input = { prompt: 'Rain', size: '1920*1080', duration: 12 };
  const quote = await server.call('get_price', { model: 'openai/sora-2-pro/text-to-video', input });
  assert.equal(quote.price, 6);
  assert.equal(quote.discounted_price, 6);
  assert.equal(quote.currency, 'USD');
  await assert.rejects(server.call('get_price', { model: 'openai/sora-3/text-to-video' }), /model not found/);
});

const client = new Client(freshKey('models-js'), { baseUrl });
for (const [model, input] of Object.entries(VIDEOS)) {
  await check(`the JavaScript client runs ${model}`, async () => {
    const image = model.includes('image') ? { image: picture } : {};
    const { outputs } = await client.run(model, { ...input, ...image });
    assert.equal((await fetch(outputs[0], { method: 'HEAD' })).headers.get('content-type'), 'video/mp4');
  });
}

finish();
