// Looks at the page of a contract report as a reader does: mouse, keyboard, filters, both themes, a narrow screen, and with a target's
// words in it that would like to be a script. Usage:
// [REPORT=…/report.html] [KIT=…/understudy-contract.jar] [CHROMIUM=/usr/bin/chromium] [SCREENSHOTS=dir] node report.mjs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const page = resolve(process.env.REPORT ?? '../target/contract/emulator/report.html');
const kit = resolve(process.env.KIT ?? '../target/understudy-contract.jar');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const HOSTILE = '</script><img src=x onerror="window.ran=1"><script>window.ran=1</script><b id="injected">';
const BEGIN = '<script type="application/json" id="report">';

const html = await readFile(page, 'utf8');
const report = JSON.parse(html.split(BEGIN)[1].split('</script>')[0]);
const folder = await mkdtemp(join(tmpdir(), 'report-'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
let passed = 0;

// Any message of the browser is a failure: a script error, a blocked resource, a request to anybody.
async function look(name, file, { width = 1280, scheme = 'light' }, check) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const tab = await context.newPage();
  const complaints = [];
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('request', (request) => request.url().startsWith('file:') || complaints.push(request.url()));
  await tab.goto(pathToFileURL(file).href);
  await check(tab);
  assert.deepEqual(complaints, [], name);
  if (process.env.SCREENSHOTS) {
    await tab.screenshot({ path: join(process.env.SCREENSHOTS, `${name.replaceAll(' ', '-')}.png`) });
  }
  await context.close();
  passed += 1;
  console.log(`ok  ${name}`);
}

const shown = (tab) => tab.locator('tr.case:visible').count();

try {
  await look('verdict and cases', page, {}, async (tab) => {
    assert.equal(await tab.locator('h1').textContent(), report.verdict.sentence);
    assert.equal(await shown(tab), report.cases.length);
    assert.equal(await tab.locator('#doubts').isVisible(), report.verdict.couldNotLook.length > 0);
  });

  await look('filters', page, {}, async (tab) => {
    const [first] = report.cases;
    const count = (fits) => report.cases.filter(fits).length;
    await tab.selectOption('#outcome', first.outcome);
    assert.equal(await shown(tab), count((entry) => entry.outcome === first.outcome));
    await tab.selectOption('#outcome', '');
    await tab.selectOption('#standing', first.standing);
    assert.equal(await shown(tab), count((entry) => entry.standing === first.standing));
    await tab.selectOption('#standing', '');
    await tab.fill('#search', first.id.toUpperCase());
    assert.equal(await shown(tab), count((entry) => entry.id.includes(first.id)));
    await tab.fill('#search', 'nothing is called this');
    assert.equal(await shown(tab), 0);
    assert.match(await tab.locator('#shown').textContent(), /^0 of /);
  });

  await look('keyboard', page, {}, async (tab) => {
    const focused = () => tab.evaluate(() => document.activeElement.id || document.activeElement.textContent);
    const visited = [];
    for (let i = 0; i < 7; i += 1) {
      await tab.keyboard.press('Tab');
      visited.push(await focused());
    }
    assert.deepEqual(visited.slice(0, 6), ['To the cases', 'theme', 'search', 'outcome', 'standing', 'drift']);
    const [row] = await tab.locator('tr.case button').allTextContents();
    assert.equal(visited[6], row);
    await tab.keyboard.press('Enter');
    assert.equal(await tab.locator('tr.detail:visible').count(), 1);
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    const inside = await tab.evaluate(() => document.activeElement.closest('tr.detail') !== null);
    assert.ok(inside, 'the opened case comes next');
    await tab.locator('tr.case button').first().press('Space');
    assert.equal(await tab.locator('tr.detail:visible').count(), 0);
  });

  await look('every case opens', page, {}, async (tab) => {
    for (const button of await tab.locator('tr.case button').all()) {
      await button.click();
    }
    assert.equal(await tab.locator('tr.detail:visible').count(), report.cases.length);
    const exchanges = report.cases.flatMap((entry) => entry.exchanges).length;
    assert.equal(await tab.locator('table.sides').count(), exchanges);
  });

  for (const scheme of ['light', 'dark']) {
    await look(`${scheme} theme`, page, { scheme }, async (tab) => {
      const background = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const before = await background();
      assert.equal(await tab.evaluate(() => document.documentElement.dataset.theme), scheme);
      await tab.click('#theme');
      assert.notEqual(await background(), before);
      await tab.click('#theme');
      assert.equal(await background(), before);
    });
  }

  await look('narrow screen', page, { width: 390 }, async (tab) => {
    await tab.locator('tr.case button').first().click();
    const wider = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wider <= 0, `${wider} pixels wider than the screen`);
  });

  const hostile = structuredClone(report);
  const [entry] = hostile.cases;
  Object.assign(entry, { id: HOSTILE, title: HOSTILE, outcome: 'FAIL', claims: [HOSTILE] });
  Object.assign(entry.runs[0], { outcome: 'FAIL', message: HOSTILE, target: HOSTILE });
  entry.drift = { class: 'EMULATOR_GAP', asked: ['evidence', 'emulator'], differences: [
    { exchange: 0, path: '$.response.text', values: { evidence: null, emulator: HOSTILE }, severity: 'breaking' }] };
  entry.exchanges = [{ label: HOSTILE, seen: {
    evidence: { request: { path: HOSTILE }, response: { status: 200, text: null } },
    emulator: { request: { path: HOSTILE }, response: { status: HOSTILE, text: HOSTILE, [HOSTILE]: [] } } } }];
  Object.assign(hostile, { target: HOSTILE, environment: { [HOSTILE]: HOSTILE } });
  Object.assign(hostile.verdict, { sentence: HOSTILE, couldNotLook: [HOSTILE] });
  const escaped = JSON.stringify(hostile).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
  const file = join(folder, 'report.html');
  await writeFile(file, html.split(BEGIN)[0] + BEGIN + escaped + html.slice(html.indexOf('</script>', html.indexOf(BEGIN))));
  await look('hostile words', file, {}, async (tab) => {
    await tab.locator('tr.case button').first().click();
    assert.equal(await tab.locator('h1').textContent(), HOSTILE);
    assert.equal(await tab.locator('.sides tr.breaking').count(), 1);
    assert.equal(await tab.evaluate(() => window.ran), undefined);
    assert.equal(await tab.locator('img, #injected').count(), 0);
    assert.equal(await tab.locator('script').count(), 2);
  });

  // From end to end: a server that says so to everything, and the kit that reports it.
  const server = createServer((request, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(HOSTILE));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  const arguments_ = ['-jar', kit, '--target', `http://127.0.0.1:${port}`, '--filter', 'auth.', '--out', folder];
  const exit = await new Promise((ended) => spawn('java', arguments_, { stdio: 'ignore' }).on('exit', ended));
  server.close();
  assert.equal(exit, 1, 'a wrong server fails');
  await look('hostile server', join(folder, `127.0.0.1-${port}`, 'report.html'), {}, async (tab) => {
    await tab.locator('tr.case button').first().click();
    await tab.locator('summary').first().click();
    assert.ok((await tab.locator('table.sides').first().textContent()).includes('<img src=x'));
    assert.ok((await tab.locator('.message').first().textContent()).includes('<img src=x'));
    assert.equal(await tab.evaluate(() => window.ran), undefined);
    assert.equal(await tab.locator('img, #injected').count(), 0);
  });
  console.log(`${passed} passed, 0 failed`);
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
