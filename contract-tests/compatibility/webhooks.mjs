// Webhooks: the one official client that can ask for them, 0.0.15, and a receiver that verifies what it is sent.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node webhooks.mjs
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import zeroZero from 'wavespeed-0-0';
import { baseUrl, check, finish, freshKey } from './kit.mjs';

const key = freshKey('webhooks');
const deliveries = [];
let arrived = () => {};
const receiver = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  deliveries.push({ url: request.url, headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
  response.writeHead(204).end();
  arrived();
});
await new Promise((listening) => receiver.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${receiver.address().port}/hook?who=me`;

function delivered(id) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('nothing was delivered')), 20_000);
    arrived = () => {
      const found = deliveries.find((one) => one.headers['webhook-id'] === id);
      if (found) {
        clearTimeout(timer);
        resolve(found);
      }
    };
    arrived();
  });
}

const answer = await fetch(`${baseUrl}/api/v3/webhook/secret`, { headers: { Authorization: `Bearer ${key}` } });
const { secret } = (await answer.json()).data;
const client = new zeroZero.WaveSpeed(key, { baseUrl: `${baseUrl}/api/v3/` });

// As on the provider's page on verifying them: the secret is used as text.
function signed({ headers, body }) {
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return `v3,${createHmac('sha256', secret.slice('whsec_'.length)).update(text).digest('hex')}`;
}

await check('a completed job is told, signed, to an address that was not encoded', async () => {
  const job = await client.create('openai/sora-2/text-to-video', { prompt: 'Rain' }, { webhook: address });
  const delivery = await delivered(job.id);
  assert.equal(delivery.headers['webhook-signature'], signed(delivery));
  assert.equal(delivery.url, '/hook?who=me');
  const told = JSON.parse(delivery.body);
  assert.equal(told.id, job.id);
  assert.equal(told.status, 'completed');
  assert.equal(told.outputs.length, 1);
});

await check('a failed job is told with its reason', async () => {
  const input = { prompt: 'nobody waves', characters: [{ id: 'char_00000000000000000000000000000000' }] };
  const job = await client.create('openai/sora-2/text-to-video', input, { webhook: address });
  const delivery = await delivered(job.id);
  assert.equal(delivery.headers['webhook-signature'], signed(delivery));
  const told = JSON.parse(delivery.body);
  assert.equal(told.status, 'failed');
  assert.match(told.error, /char_0{32}/);
});

receiver.close();
receiver.closeAllConnections();
finish();
