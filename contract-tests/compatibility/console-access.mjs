// Who may work the console and how: by keyboard, on a narrow screen, with a token, over HTTPS; and who may not: pages from
// elsewhere.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { browser, open, picture, row, seen, turn } from './console-browser.mjs';
import { caller } from './console-demo.mjs';
import { baseUrl, check } from './kit.mjs';

const VIEWS = ['predictions', 'journal', 'characters', 'webhooks', 'faults', 'money', 'snapshots', 'playground'];

/** A server besides the one that is asked of the others. */
async function started(...flags) {
  const server = spawn('../../understudy', ['--port', '0', '--log', 'json', ...flags], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(createInterface({ input: server.stdout }), 'line');
  const stop = async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  };
  return { url: JSON.parse(line).url, stop };
}

/** @param studio a caller whose sandbox, by its reference, has jobs in it */
export async function checkAccess(studio, sandbox) {
  await check('it is worked by keyboard alone', async () => {
    const page = await open('predictions', { sandbox });
    await seen(page, '.row.job');
    const focused = (of) => page.evaluate((what) => document.activeElement[what], of);
    await page.focus('#tab-predictions');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused('id'), 'tab-journal');
    assert.equal(await page.getAttribute('#tab-journal', 'aria-selected'), 'true');
    await seen(page, '.row.call');
    await page.keyboard.press('End');
    assert.equal(await focused('id'), 'tab-playground');
    await page.keyboard.press('Home');
    await seen(page, '.row.job');
    for (let presses = 0; !(await focused('className')).includes('row'); presses += 1) {
      assert.ok(presses < 30, 'the list is not reached');
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      assert.notEqual(outline, 'none', `${await focused('outerHTML')} shows no focus`);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(await focused('ariaExpanded'), 'true');
    await seen(page, '.detail .story');
    await page.context().close();
  });

  await check('a page from elsewhere drives nothing', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await context.route('http://elsewhere.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>hello' }));
    await page.goto('http://elsewhere.example/');
    const before = (await studio.control('clock')).body.now;
    await page.evaluate(async ([url, reference]) => {
      const body = JSON.stringify({ by: 'PT1H' });
      await fetch(`${url}/__understudy/clock/advance`, { method: 'POST', mode: 'no-cors', body }).catch(() => {});
      await fetch(`${url}/__understudy/clock/advance`, { method: 'POST', headers: { 'Understudy-Sandbox': reference }, body }).catch(() => {});
    }, [baseUrl, sandbox]);
    assert.equal((await studio.control('clock')).body.now, before);
    await context.close();
  });

  await check('it is readable at 400 pixels, light and dark', async () => {
    const grounds = [];
    for (const scheme of ['light', 'dark']) {
      const page = await open('predictions', { width: 400, height: 850, scheme, sandbox });
      for (const view of VIEWS) {
        await turn(page, view);
        const beyond = await page.evaluate(async () => {
          [...document.querySelectorAll('.row')].slice(0, 2).forEach((one) => one.click());
          await new Promise(requestAnimationFrame);
          return document.documentElement.scrollWidth > innerWidth && [...document.querySelectorAll('body *')]
            .filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.outerHTML.slice(0, 80));
        });
        assert.ok(!beyond, `${view} is too wide: ${beyond}`);
      }
      grounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      await page.click('#tab-predictions');
      await seen(page, '.row.job');
      await picture(page, `narrow-${scheme}`);
      await page.context().close();
    }
    assert.notEqual(grounds[0], grounds[1]);
  });

  await check('a server with a token asks for it, and keeps it for the tab', async () => {
    const server = await started('--control-token', 'token-of-nobody');
    const page = await open('predictions', { at: server.url, expected: /401/ });
    await page.fill('input[name=token]', 'not it');
    await page.click('button:text-is("Open")');
    await seen(page, 'text=That is not its token');
    await page.fill('input[name=token]', 'token-of-nobody');
    await page.click('button:text-is("Open")');
    await seen(page, 'text=Nobody has called yet');
    await page.reload();
    await seen(page, 'text=Nobody has called yet');
    await page.context().close();
    await server.stop();
  });

  await check('it keeps up over HTTPS with HTTP/2', async () => {
    const server = await started('--tls-certificate', 'self-made');
    const page = await open('predictions', { at: server.url, ignoreHTTPSErrors: true });
    const submit = (prompt) => page.evaluate((body) => fetch('/v1/videos', {
      method: 'POST', headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json' }, body,
    }), JSON.stringify({ model: 'sora-2', prompt }));
    await submit('First light');
    await row(page, 'First light').waitFor();
    await seen(page, '.live.on');
    await submit('Second light');
    await row(page, 'Second light').waitFor({ timeout: 3000 });
    const spoken = await page.evaluate(() => performance.getEntriesByType('resource').map((one) => one.nextHopProtocol));
    assert.deepEqual([...new Set(spoken)], ['h2']);
    await page.context().close();
    await server.stop();
  });

  await check('it outlives its server, and turns to what the next one knows', async () => {
    const first = await started('--seed', '1');
    await caller('first', first.url).openai({ prompt: 'Before' });
    const page = await open('predictions', { at: first.url, expected: /ERR_|404|503/ });
    await row(page, 'Before').waitFor();
    await first.stop();
    await seen(page, 'text=The server does not answer');
    const second = await started('--seed', '2', '--port', new URL(first.url).port);
    await caller('second', second.url).openai({ prompt: 'After' });
    await row(page, 'After').waitFor();
    await seen(page, '.live.on');
    assert.equal(await page.locator('.problem').count(), 0);
    await page.context().close();
    await second.stop();
  });
}
