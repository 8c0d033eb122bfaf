// The console in a real browser: what it shows, that it keeps up, that it can be worked by keyboard, and that nothing that
// callers send runs in it. It begins at a server that nobody has called. Usage:
//   ../../understudy exec --seed 42 --pace realistic -- node console.mjs [FOLDER]
// With a folder it leaves pictures there; those of the documentation are made by
//   ../../understudy exec --port 8080 --seed 42 --pace realistic -- node console.mjs ../../docs/images
// CHROMIUM names the browser, if it is not /usr/bin/chromium.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkAccess } from './console-access.mjs';
import { browser, complaints, open, picture, row, seen, texts } from './console-browser.mjs';
import { atNine, caller, work } from './console-demo.mjs';
import { checkHostile } from './console-hostile.mjs';
import { checkSandbox } from './console-sandbox.mjs';
import { check, clip, finish, fixture } from './kit.mjs';

const run = promisify(execFile);
const STUDIO = 'studio-key-of-nobody';

await check('a server that nobody has called says so', async () => {
  const page = await open('predictions');
  await seen(page, 'text=Nobody has called yet');
  assert.equal(await page.locator('.sandbox').count(), 0);
  await picture(page, 'empty');

  const studio = await atNine(STUDIO);
  await studio.openai({ prompt: 'First light' });
  await row(page, 'First light').waitFor();
  await page.context().close();
});

const studio = caller(STUDIO);
const failing = await work(studio, STUDIO);
const sandbox = await studio.reference();

await check('jobs of four providers are on one timeline, and a push of the clock moves them', async () => {
  const page = await open('predictions', { sandbox });
  await row(page, 'Credits over a night sky').waitFor();
  await picture(page, 'busy');
  const models = (await texts(page, '.row .model')).join();
  for (const provider of ['wavespeed', 'eachlabs', 'soraguide', 'openai']) assert.ok(models.includes(provider), provider);
  const curtain = row(page, 'The curtain rises');
  assert.match(await curtain.textContent(), /processing/);
  assert.equal(await curtain.locator('rect.planned').count(), 1);
  assert.match(await curtain.locator('svg').getAttribute('aria-label'), /to go/);
  await page.click('.clock button:has-text("+10 min")');
  await page.locator('.row', { hasText: 'The curtain rises' }).locator('text=completed').waitFor();
  assert.match(await page.textContent('.fired'), /job moved/);
  await page.context().close();
});

await check('new calls show up by themselves', async () => {
  const page = await open('journal', { sandbox });
  await seen(page, '.live.on');
  await studio.ask('/api/v3/balance');
  await row(page, '/api/v3/balance').waitFor({ timeout: 5000 });
  await page.context().close();
});

await check('a failed job is explained, and leads to its calls', async () => {
  const page = await open('predictions', { sandbox });
  await page.click(`[data-job="${failing}"]`);
  await seen(page, '.story >> text=late-failure');
  assert.match(await page.textContent('.detail .error'), /Task failed/);
  await picture(page, 'failed');
  await page.click('text=Its calls in the journal');
  await seen(page, '.row.call');
  const paths = await texts(page, '.row.call .path');
  assert.ok(paths.every((path) => path.includes(failing) || path.includes('text-to-video')), paths.join());
  await page.context().close();
});

await check('the journal is filtered by words and by kind, and says why', async () => {
  const page = await open('journal', { sandbox });
  await seen(page, '.row.call');
  const all = await page.locator('.row.call').count();
  await page.fill('input[type=search]', 'post videos');
  assert.deepEqual([...new Set(await texts(page, '.row.call .path'))].map((path) => path.trim()), ['/v1/videos']);
  await page.fill('input[type=search]', '');
  await page.click('button:has-text("4xx")');
  assert.ok((await page.locator('.row.call').count()) < all);
  assert.deepEqual([...new Set(await texts(page, '.row.call .code'))], ['429']);
  await page.click('.row.call');
  await seen(page, '.story >> text=A fault struck it');
  await picture(page, 'journal');
  await page.context().close();
});

await check('an output video plays, and so does the clip of a character', async () => {
  const page = await open('predictions', { sandbox });
  await row(page, 'A lighthouse in the fog').click();
  const played = (selector) => page.locator(selector).first().evaluate(async (video) => {
    video.muted = true;
    await video.play();
    await new Promise((resolve) => (video.ontimeupdate = () => video.currentTime > 0.1 && resolve()));
    return [video.videoWidth, Math.round(video.duration)];
  });
  assert.deepEqual(await played('.detail video'), [1280, 8]);
  await page.click('[role=tab]:has-text("Characters")');
  await seen(page, '.card >> text=Joe');
  assert.deepEqual(await played('.card video'), [720, 3]);
  await page.context().close();
});

await check('a profile is switched, and a rule is added and removed', async () => {
  const page = await open('faults', { sandbox, expected: /400/ });
  await page.click('.choice:has-text("flaky-network")');
  await seen(page, 'caption:has-text("Rules of the profile")');
  assert.equal((await studio.control('profile')).body.name, 'flaky-network');
  await page.click('.choice:has-text("stable")');
  await page.selectOption('select[name=fault]', 'server-error');
  await page.fill('input[name=with-status]', '503');
  await page.selectOption('select[name=on]', 'poll');
  await page.click('text=Add the rule');
  await seen(page, 'td:has-text("status=503")');
  const { rules } = (await studio.control('faults')).body;
  assert.deepEqual([rules.at(-1).fault, rules.at(-1).when, rules.at(-1).on], ['server-error', { next: 1 }, ['poll']]);
  await page.locator('tr', { hasText: 'server-error' }).locator('button').click();
  await page.locator('td:has-text("status=503")').waitFor({ state: 'detached' });
  await page.fill('input[name=with-status]', 'teapot');
  await page.click('text=Add the rule');
  await seen(page, '.problem >> text=status');
  await studio.ask('/api/v3/balance');
  await page.waitForTimeout(1000);
  assert.equal(await page.locator('.problem').count(), 1, 'what was refused is told until it is read');
  await page.context().close();
});

await check('money and manners are shown, with evidence that leads to the journal', async () => {
  const page = await open('money', { sandbox });
  await seen(page, '.grade');
  assert.equal(await page.textContent('.grade'), (await studio.control('hygiene')).body.grade);
  await page.click('summary');
  await page.click('.evidence button');
  await seen(page, '.row.call[aria-expanded=true]');
  await page.context().close();
});

const folder = await mkdtemp(join(tmpdir(), 'console-'));
const PROGRAMS = { curl: ['bash', 'call.sh'], JavaScript: ['node', 'call.mjs'], Python: ['python3', 'call.py'], Java: ['java', 'Submit.java'] };

// What is shown is what works: each example is run as it stands.
async function runExamples(page, languages) {
  for (const language of languages) {
    await page.click(`.play button:text-is("${language}")`);
    const [program, file] = PROGRAMS[language];
    await writeFile(join(folder, file), await page.textContent('.snippet'));
    const { stdout } = await run(program, [file], { cwd: folder, env: { ...process.env, API_KEY: 'examples' } });
    assert.match(stdout, /"id"|predictionID|task_/, `${language}: ${stdout}`);
  }
}

const python = await run('python3', ['-c', 'import requests']).then(() => ['Python'], () => []);

await check('the playground takes a clip, sends, and shows a call in four languages that does the same', async () => {
  await caller('examples').control('progression', { progression: 'immediate' }, { method: 'PUT' });
  const page = await open('playground');
  await page.selectOption('#in-model', 'openai/sora-2/characters');
  await page.fill('#in-key', 'examples');
  await page.fill('#in-name', 'Joe');
  await page.setInputFiles('input[type=file]', clip('clip-3s.mp4'));
  await page.waitForFunction(() => document.querySelector('#in-video').value.includes('/uploads/'));
  assert.doesNotMatch(await page.textContent('.snippet'), /examples/);
  await page.click('button:has-text("Send")');
  await seen(page, '.answer .code.well');
  await picture(page, 'playground');
  await page.fill('#in-name', `O'Hara "the \\ first" $HOME`);
  await runExamples(page, ['curl', 'JavaScript', ...python, 'Java']);
  await page.click('text=Look at it');
  await seen(page, '.detail >> text=Character');
  assert.match(await page.textContent('.detail'), /O'Hara "the \\ first" \$HOME/);
  await page.context().close();
});

await check('the playground knows the forms of the other providers', async () => {
  const page = await open('playground');
  await page.fill('#in-key', 'examples');
  await copyFile(clip('clip-3s.mp4'), join(folder, 'clip-3s.mp4'));
  await copyFile(fixture('images/landscape.png'), join(folder, 'landscape.png'));
  const send = async (model, fields, files) => {
    await page.selectOption('#in-model', model);
    for (const [name, value] of Object.entries(fields)) await page.fill(`#in-${name}`, value);
    if (files) await page.setInputFiles('input[type=file]', files);
    await page.click('button:has-text("Send")');
    await seen(page, '.answer .code');
    assert.equal(await page.textContent('.answer .code'), '200', `${model}: ${await page.textContent('.answer pre')}`);
  };
  await send('openai:characters', { name: 'Ann' }, clip('clip-3s.mp4'));
  await runExamples(page, ['curl', 'JavaScript', ...python, 'Java']);
  await send('eachlabs:sora-2-text-to-video', { prompt: 'Snow' });
  await send('soraguide:sora-2', { prompt: 'Snow' });
  await send('openai:sora-2', { prompt: 'Snow' });
  await runExamples(page, ['Java']);
  await page.context().close();
});
await rm(folder, { recursive: true });

await checkSandbox();
await checkHostile();
await checkAccess(studio, sandbox);

const dark = await open('predictions', { scheme: 'dark', sandbox });
await dark.click(`[data-job="${failing}"]`);
await seen(dark, '.detail .story');
await picture(dark, 'dark');

await check('the browser had nothing to complain about, and asked nobody else', () => assert.deepEqual(complaints, []));
await browser.close();
finish();
