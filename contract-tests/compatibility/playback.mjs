// Plays a generated video in a real browser, and shows its stills. Usage: UNDERSTUDY_URL=… [CHROMIUM=/usr/bin/chromium] node playback.mjs
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { chromium } from 'playwright-core';
import { Client } from 'wavespeed';
import { baseUrl, until } from './kit.mjs';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const client = new Client('browser', { baseUrl });
const { outputs } = await client.run('openai/sora-2/text-to-video', {
  prompt: 'A walk on the beach at dawn',
  size: '1280*720',
});

const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required'];
const browser = await chromium.launch({ executablePath, args });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(`${baseUrl}/__understudy/live`);
  await page.setContent('<body style="margin:0"><video muted style="width:100%"></video></body>');
  const seen = await page.evaluate(
    (url) =>
      new Promise((resolve, reject) => {
        const video = document.querySelector('video');
        video.onerror = () => reject(new Error(`not playable: ${video.error.message}`));
        video.onended = () =>
          resolve({ width: video.videoWidth, height: video.videoHeight, duration: video.duration, at: video.currentTime });
        video.onloadedmetadata = () => {
          video.currentTime = video.duration - 1;
          video.play();
        };
        video.src = url;
      }),
    outputs[0],
  );
  assert.equal(seen.width, 1280);
  assert.equal(seen.height, 720);
  assert.ok(Math.abs(seen.duration - 4) < 0.05, `duration ${seen.duration}`);
  if (process.env.SCREENSHOT) {
    await page.screenshot({ path: process.env.SCREENSHOT });
  }
  console.log(`ok  played to its end: ${seen.width}x${seen.height}, ${seen.duration} s`);

  // The stills of a video of the other API, as data: an img cannot send a key.
  const { videos } = new OpenAI({ apiKey: 'browser', baseURL: `${baseUrl}/v1` });
  const made = await videos.create({ prompt: 'A walk on the beach at dawn', size: '720x1280', seconds: '4' });
  await until(() => videos.retrieve(made.id), ({ status }) => status === 'completed');
  const data = async (variant) => {
    const answer = await videos.downloadContent(made.id, { variant });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return `data:${answer.headers.get('content-type')};base64,${bytes.toString('base64')}`;
  };
  const sources = [await data('video'), await data('thumbnail'), await data('spritesheet')];
  const stills = await page.evaluate(async ([film, ...pictures]) => {
    const pixels = (source, width, height) => {
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
      context.drawImage(source, 0, 0, width, height);
      return context.getImageData(0, 0, width, height).data;
    };
    const video = document.querySelector('video');
    // Its data being there is not enough: until a frame is shown, what is drawn of a video is empty.
    await new Promise((resolve, reject) => {
      Object.assign(video, { onerror: reject, onended: null, onloadedmetadata: null, src: film });
      video.requestVideoFrameCallback(resolve);
    });
    const images = pictures.map((src) => Object.assign(new Image(), { src }));
    await Promise.all(images.map((image) => image.decode()));
    const first = pixels(video, video.videoWidth, video.videoHeight);
    const thumbnail = pixels(images[0], video.videoWidth, video.videoHeight);
    const far = first.reduce((sum, value, i) => sum + Math.abs(value - thumbnail[i]), 0) / first.length;
    return { far, sizes: images.map((image) => `${image.naturalWidth}x${image.naturalHeight}`) };
  }, sources);
  assert.deepEqual(stills.sizes, ['720x1280', '720x1280']);
  assert.ok(stills.far < 3, `the thumbnail differs from the first frame by ${stills.far} of 255`);
  console.log(`ok  shown: a thumbnail and a sheet; the thumbnail differs from the first frame by ${stills.far.toFixed(2)} of 255`);
  console.log('2 passed, 0 failed');
} finally {
  await browser.close();
}
