// The balance, as the official clients show it.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node money.mjs
import assert from 'node:assert/strict';
import { calls, check, commandLine, finish, freshKey, mcpServer } from './kit.mjs';

const key = freshKey('money-cli');
const cents = (amount) => Math.round(amount * 1000);

await check('the command line shows the balance, less what a run cost', async () => {
  const wavespeed = await commandLine(key);
  const before = await wavespeed('balance', '--json');
  assert.equal(before.code, 0, before.stdout + before.stderr);
  const made = await wavespeed('run', 'openai/sora-2/text-to-video', '-p', 'Rain', '--json');
  assert.equal(made.code, 0, made.stdout + made.stderr);
  const after = await wavespeed('balance', '--json');
  assert.equal(cents(before.json.balance) - cents(after.json.balance), cents(0.4));
  assert.ok((await calls(key)).includes('GET /api/v3/balance 200'));
});

await check('the MCP server shows the balance, and a failed run costs nothing', async () => {
  const server = await mcpServer(freshKey('money-mcp'));
  const before = await server.call('get_balance');
  const characters = [{ id: 'char_00000000000000000000000000000000' }];
  const input = { prompt: 'nobody waves', characters };
  await assert.rejects(server.call('run_model', { model: 'openai/sora-2/text-to-video', input }));
  const after = await server.call('get_balance');
  assert.equal(cents(before.balance), cents(after.balance));
  assert.ok(before.balance > 0);
});

finish();
