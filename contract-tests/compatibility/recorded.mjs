// The official JavaScript client through the recorder, and then on the replay: the same both times.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node recorded.mjs
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Client } from 'wavespeed';

const clip = fileURLToPath(
  new URL('../src/main/resources/dev/understudy/contract/clips/walk-3s.mp4', import.meta.url),
);
const client = new Client('key-of-the-recording', { baseUrl: process.env.UNDERSTUDY_URL });

const video = await client.upload(clip);
const { outputs } = await client.run('openai/sora-2/characters', { video, name: 'Joe' });
const characters = [{ id: outputs[0].id }];
const made = await client.run('openai/sora-2/text-to-video', { prompt: 'Joe waves', characters });
assert.match(made.outputs[0], /\.mp4$/);
console.log('ok  a character and a video with it');
