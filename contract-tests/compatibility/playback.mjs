// Plays a generated video in a real browser. Usage: UNDERSTUDY_URL=… [CHROMIUM=/usr/bin/chromium] node playback.mjs
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { Client } from 'wavespeed';

const baseUrl = process.env.UNDERSTUDY_URL ?? 'http://127.0.0.1:8080';
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
  console.log('1 passed, 0 failed');
} finally {
  await browser.close();
}
