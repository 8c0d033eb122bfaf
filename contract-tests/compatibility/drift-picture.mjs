// Pictures the drift report of the latest runs, for the README. After `mvn verify`:
// [KIT=…/understudy-contract.jar] [RUNS=…/target/contract] [CHROMIUM=/usr/bin/chromium] node drift-picture.mjs FOLDER
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const folder = process.argv[2];
if (!folder) throw new Error('say where the picture is to go');
const kit = resolve(process.env.KIT ?? '../target/understudy-contract.jar');
const runs = resolve(process.env.RUNS ?? '../target/contract');

execFileSync('java', ['-jar', kit, '--out', runs, '--report', 'drift'], { stdio: 'inherit' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
await page.goto(pathToFileURL(join(runs, 'drift/report.html')).href);
await page.screenshot({ path: join(folder, 'drift.png') });
await browser.close();
