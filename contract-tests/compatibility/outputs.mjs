// Every size and duration of every video model, as ffprobe sees the outputs. Needs ffprobe.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node outputs.mjs
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { baseUrl, check, finish, freshKey } from './kit.mjs';

const run = promisify(execFile);
const headers = { authorization: `Bearer ${freshKey('outputs')}`, 'content-type': 'application/json' };
const call = async (path, body) => {
  const options = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  const answer = await fetch(`${baseUrl}/api/v3${path}`, options);
  const { code, message, data } = await answer.json();
  assert.equal(code, 200, message);
  return data;
};

async function output(model, input) {
  let job = await call(`/${model}`, input);
  while (!['completed', 'failed'].includes(job.status)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    job = await call(`/predictions/${job.id}/result`);
  }
  assert.equal(job.status, 'completed', job.error);
  return job.outputs[0];
}

async function probe(url) {
  const entries = 'stream=codec_name,width,height,duration';
  const { stdout } = await run('ffprobe', ['-v', 'error', '-select_streams', 'v', '-show_entries', entries, '-of', 'json', url]);
  return JSON.parse(stdout).streams[0];
}

const pixels = (shape) => shape.split('*').map(Number);
// Without a size, the picture of an upright (or unseen) image is 720 or 1080 wide.
const upright = { '720p': [720, 1280], '1080p': [1080, 1920] };

for (const row of await call('/models')) {
  const { properties } = row.api_schema.api_schemas[0].request_schema;
  if (!properties.duration) continue;
  const shapes = properties.size?.enum ?? properties.resolution?.enum ?? [undefined];
  await check(`${row.model_id}: ${shapes.length} shapes, ${properties.duration.enum.length} durations`, async () => {
    const cases = shapes.flatMap((shape) => properties.duration.enum.map((duration) => ({ shape, duration })));
    await Promise.all(
      cases.map(async ({ shape, duration }) => {
        const input = { prompt: 'A lighthouse', duration };
        if (properties.image) input.image = 'https://example.com/lighthouse.png';
        if (shape) input[properties.size ? 'size' : 'resolution'] = shape;
        const seen = await probe(await output(row.model_id, input));
        const [width, height] = properties.size ? pixels(shape) : upright[shape ?? '720p'];
        assert.deepEqual(seen, { codec_name: 'h264', width, height, duration: duration.toFixed(6) }, JSON.stringify(input));
      }),
    );
  });
}

finish();
