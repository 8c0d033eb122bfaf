// A real browser at the console. Whatever it complains about, and every request to another host, is kept.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { baseUrl } from './kit.mjs';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required'];

export const browser = await chromium.launch({ executablePath, args });

export const complaints = [];

/**
 * Opens a view of the console of a server.
 * @param sandbox the reference of the one to look at
 * @param expected what the browser may complain of, because it is part of the matter
 * @param prepare does something to the page before it is opened
 * @param settings of Playwright, for the window
 */
export async function open(view, { at = baseUrl, width = 1280, height = 800, scheme = 'light', sandbox, expected, prepare, ...settings } = {}) {
  const ours = (url) => url.startsWith(`${at}/`) || url.startsWith('blob:') || url.startsWith('data:');
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce', ...settings });
  const page = await context.newPage();
  page.on('console', (message) => expected?.test(message.text()) || complaints.push(`${view}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${view}: ${error.message}`));
  page.on('dialog', (dialog) => complaints.push(`${view}: a dialog, ${dialog.message()}`) && dialog.dismiss());
  page.on('request', (request) => ours(request.url()) || complaints.push(`${view}: asked ${request.url()}`));
  await prepare?.(page);
  await page.goto(`${at}/__understudy/#${view}`);
  if (sandbox) await page.click(`.sandbox:has-text("${sandbox}")`);
  return page;
}

export const texts = (page, selector) => page.locator(selector).allTextContents();

/** The first row of a list with a text in it. */
export const row = (page, text) => page.locator('.row', { hasText: text }).first();

/** Waits until something is there. */
export const seen = (page, selector) => page.locator(selector).first().waitFor();

/** Turns to a view, and waits until it shows something. */
export async function turn(page, view) {
  await page.click(`#tab-${view}`);
  await seen(page, `#view[aria-labelledby=tab-${view}]:not(:has(.loading))`);
}

/** Takes a picture into the folder that was given, if one was. */
export async function picture(page, name) {
  const [folder] = process.argv.slice(2);
  if (folder) await page.screenshot({ path: join(folder, `console-${name}.png`) });
}
