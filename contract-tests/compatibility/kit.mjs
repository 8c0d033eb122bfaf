// What the scripts share: checks that are counted, and official clients set up for a running Understudy.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const baseUrl = process.env.UNDERSTUDY_URL ?? 'http://127.0.0.1:8080';
export const fixture = (path) => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
export const clip = (name) => fixture(`clips/${name}`);

/** A key that no earlier run has used: its sandbox is empty. */
export const freshKey = (name) => `${name}-${process.pid}-${Date.now()}`;

const children = [];
let passed = 0;
let failed = 0;

export async function check(what, action) {
  try {
    await action();
    passed += 1;
    console.log(`ok  ${what}`);
  } catch (problem) {
    failed += 1;
    console.error(`not ok  ${what}: ${problem.stack ?? problem}`);
  }
}

/** Says how it went, and ends what was started. */
export function finish() {
  children.forEach((child) => child.kill());
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** What a key asked of the server, as "GET /path 200", by the server's own journal. */
export async function calls(key) {
  const answer = await fetch(`${baseUrl}/__understudy/journal`, { headers: { Authorization: `Bearer ${key}` } });
  const { entries } = await answer.json();
  return entries.filter((entry) => entry.method).map((entry) => `${entry.method} ${entry.path} ${entry.status}`);
}

/** Gives a key's sandbox a script of faults in place of the one that it has. */
export async function script(key, rules) {
  const headers = { Authorization: `Bearer ${key}` };
  await fetch(`${baseUrl}/__understudy/faults`, { method: 'DELETE', headers });
  const answer = await fetch(`${baseUrl}/__understudy/faults`, { method: 'POST', headers, body: JSON.stringify({ rules }) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Asks again and again until an answer will do. */
export async function until(ask, enough) {
  for (let left = 200; left > 0; left -= 1) {
    const answer = await ask();
    if (enough(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it does not come to an end');
}

const program = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));

// These programs read the login of whoever runs them, and keep caches and uploads across runs: they get a home of
// their own, with nothing in it.
function freshHome(key) {
  const home = mkdtempSync(join(tmpdir(), 'understudy-home-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  const env = { ...process.env, HOME: home, WAVESPEED_API_KEY: key, WAVESPEED_BASE_URL: baseUrl, NO_COLOR: '1' };
  delete env.XDG_CONFIG_HOME;
  return { home, env };
}

/** The official command line. Gives {code, stdout, stderr} of a run, and `json` where stdout is JSON. */
export async function commandLine(key) {
  const { home, env } = freshHome(key);
  const run = (...words) =>
    new Promise((resolve) => {
      const options = { env, cwd: home, timeout: 60_000 };
      const done = (error, stdout, stderr) => {
        const json = /^\s*[[{]/.test(stdout) ? JSON.parse(stdout) : undefined;
        resolve({ code: error ? (error.code ?? 1) : 0, stdout, stderr, json });
      };
      execFile(process.execPath, [program('@wavespeed/cli/dist/cli.js'), ...words], options, done);
    });
  // Version 0.2.2 takes the base URL from its own configuration only, not from the environment.
  await run('config', '--base-url', baseUrl);
  return run;
}

/** The official MCP server, spoken to in JSON-RPC over stdio. `call` gives a tool's answer, parsed. */
export async function mcpServer(key) {
  const { home, env } = freshHome(key);
  const entry = program('@wavespeed/mcp/dist/index.js');
  const child = spawn(process.execPath, [entry], { env, cwd: home, stdio: ['pipe', 'pipe', 'ignore'] });
  children.push(child);
  const waiting = new Map();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line);
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  let last = 0;
  const send = (message) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const request = (method, params) =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      const timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), 60_000);
      waiting.set(id, (message) => {
        clearTimeout(timer);
        if (message.error) reject(new Error(message.error.message));
        else resolve(message.result);
      });
      send({ id, method, params });
    });
  const client = { name: 'understudy-compatibility', version: '1' };
  const { serverInfo } = await request('initialize', { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: client });
  send({ method: 'notifications/initialized' });
  const call = async (name, args = {}) => {
    const result = await request('tools/call', { name, arguments: args });
    const text = result.content[0].text;
    if (result.isError) throw new Error(text);
    return JSON.parse(text);
  };
  return { call, request, serverInfo };
}
