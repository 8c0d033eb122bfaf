// A call as somebody would write it: the key comes from the environment, whatever is in the form.

const shell = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
const literal = (value) => JSON.stringify(value);
const pretty = (value) => JSON.stringify(value, null, 2);
const isFile = (value) => value instanceof File;

function curl({ url, auth: [header, prefix], json, form }) {
  const body = json
    ? [`-H 'Content-Type: application/json'`, `-d ${shell(pretty(json))}`]
    : form.map(([name, value]) => (isFile(value) ? `-F ${shell(`${name}=@${literal(value.name)}`)}` : `--form-string ${shell(`${name}=${value}`)}`));
  return [`curl ${shell(url)}`, `-H "${header}: ${prefix}$API_KEY"`, ...body].join(' \\\n  ');
}

function javascript({ url, auth: [header, prefix], json, form }) {
  const files = form?.some(([, value]) => isFile(value));
  const appended = (form ?? []).map(([name, value]) => isFile(value)
    ? `body.append(${literal(name)}, await openAsBlob(${literal(value.name)}), ${literal(value.name)});`
    : `body.append(${literal(name)}, ${literal(value)});`);
  return [
    ...(files ? [`import { openAsBlob } from 'node:fs';`, ''] : []),
    ...(form ? ['const body = new FormData();', ...appended] : []),
    `const answer = await fetch(${literal(url)}, {`,
    `  method: 'POST',`,
    `  headers: { ${literal(header)}: \`${prefix}\${process.env.API_KEY}\`${json ? `, 'Content-Type': 'application/json'` : ''} },`,
    json ? `  body: JSON.stringify(${pretty(json).replaceAll('\n', '\n  ')}),` : '  body,',
    '});',
    'console.log(answer.status, await answer.text());',
  ].join('\n');
}

// What JSON and Python write differently: three words.
function python(value, indent = '    ') {
  if (value === null || typeof value === 'boolean') return { null: 'None', true: 'True', false: 'False' }[value];
  if (Array.isArray(value)) return `[${value.map((one) => python(one, indent)).join(', ')}]`;
  if (typeof value !== 'object') return literal(value);
  const inner = `${indent}    `;
  if (Object.keys(value).length === 0) return '{}';
  return `{\n${Object.entries(value).map(([name, one]) => `${inner}${literal(name)}: ${python(one, inner)},\n`).join('')}${indent}}`;
}

function pythonCall({ url, auth: [header, prefix], json, form }) {
  const part = ([name, value]) => `        (${literal(name)}, ${isFile(value) ? `open(${literal(value.name)}, "rb")` : `(None, ${literal(value)})`}),\n`;
  return [
    'import os', 'import requests', '',
    `answer = requests.post(`,
    `    ${literal(url)},`,
    `    headers={${literal(header)}: ${literal(prefix)} + os.environ["API_KEY"]},`,
    json ? `    json=${python(json)},` : `    files=[\n${form.map(part).join('')}    ],`,
    ')',
    'print(answer.status_code, answer.text)',
  ].join('\n');
}

function javaBody({ json, form }) {
  if (json) return ['        var type = "application/json";', `        var body = BodyPublishers.ofString(${literal(JSON.stringify(json))});`];
  const head = (name, file) => `"--cut\\r\\nContent-Disposition: form-data; name=${literal(literal(name)).slice(1, -1)}${
    file ? `; filename=${literal(literal(file)).slice(1, -1)}` : ''}\\r\\n\\r\\n"`;
  const parts = form.map(([name, value]) => isFile(value)
    ? `            BodyPublishers.ofString(${head(name, value.name)}), BodyPublishers.ofFile(Path.of(${literal(value.name)})),\n            BodyPublishers.ofString("\\r\\n"),`
    : `            BodyPublishers.ofString(${head(name)} + ${literal(`${value}\r\n`)}),`);
  return ['        var type = "multipart/form-data; boundary=cut";', '        var body = BodyPublishers.concat(', ...parts,
    '            BodyPublishers.ofString("--cut--\\r\\n"));'];
}

function java(call) {
  const { url, auth: [header, prefix], form } = call;
  return [
    'import java.net.URI;', 'import java.net.http.*;', 'import java.net.http.HttpRequest.BodyPublishers;',
    ...(form?.some(([, value]) => isFile(value)) ? ['import java.nio.file.Path;'] : []), '',
    'public class Submit {', '    public static void main(String[] args) throws Exception {',
    ...javaBody(call),
    `        var request = HttpRequest.newBuilder(URI.create(${literal(url)}))`,
    `            .header(${literal(header)}, ${literal(prefix)} + System.getenv("API_KEY"))`,
    '            .header("Content-Type", type)',
    '            .POST(body)', '            .build();',
    '        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());',
    '        System.out.println(answer.statusCode() + " " + answer.body());', '    }', '}',
  ].join('\n');
}

/** Ways of writing a call, by the name of the language. */
export const LANGUAGES = { curl, JavaScript: javascript, Python: pythonCall, Java: java };
