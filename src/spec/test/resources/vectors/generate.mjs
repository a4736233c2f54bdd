import { createHash } from 'node:crypto';
import fs from 'node:fs';
import * as viem from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { createSiweMessage } from 'viem/siwe';
import { Wallet } from 'ethers';
import siwe from 'siwe';
import nacl from 'tweetnacl';
import bs58 from 'bs58';
import { PublicKey, Keypair } from '@solana/web3.js';
import { getAssociatedTokenAddressSync } from '@solana/spl-token';
import { createSIWxPayload, encodeSIWxHeader, formatSIWEMessage, formatSIWSMessage } from '@x402/extensions/sign-in-with-x';
import { x402Client } from '@x402/core/client';
import { encodePaymentSignatureHeader } from '@x402/core/http';
import { ExactEvmScheme } from '@x402/evm/exact/client';
import { ExactEvmSchemeV1 } from '@x402/evm/v1';
import { ExactSvmScheme } from '@x402/svm/exact/client';
import { createKeyPairSignerFromBytes } from '@solana/kit';

const NOW = Date.parse('2026-08-21T12:00:00.000Z');
Date.now = () => NOW;
const seed = s => createHash('sha256').update(s).digest();
const b64 = o => Buffer.from(JSON.stringify(o)).toString('base64');
const key = n => '0x' + seed('venice-sim vector wallet ' + n).toString('hex');
const out = (f, o) => fs.writeFileSync('out/' + f + '.json', JSON.stringify(o, null, 2) + '\n');
fs.mkdirSync('out', { recursive: true });
const iso = ms => new Date(ms).toISOString();
const SOLANA = 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp';

// keccak, checksum addresses, base58
const texts = ['', 'a', 'abc', 'Sign in to Venice AI', 'ünïcödé ✓', 'x'.repeat(135), 'x'.repeat(136), 'x'.repeat(137), 'x'.repeat(1000)];
out('keccak256', texts.map(t => ({ text: t, hash: viem.keccak256(viem.toHex(t)) })));
out('accounts', [1,2,3,4].map(n => { const a = privateKeyToAccount(key(n)); return { key: key(n), publicKey: a.publicKey, address: a.address }; }));
out('base58', [Buffer.alloc(0), Buffer.from([0]), Buffer.from([0,0,1]), Buffer.from('hello'), Buffer.alloc(32), Buffer.alloc(32,255), seed('58'), Buffer.concat([seed('a'),seed('b')])].map(b => ({ hex: b.toString('hex'), base58: bs58.encode(b) })));

// EVM sign-ins
const evm = [];
async function message(name, made, n, fields, sign, extra) {
  const address = privateKeyToAccount(key(n)).address;
  const message = made === 'siwe' ? new siwe.SiweMessage({ address, version: '1', chainId: 8453, ...fields }).prepareMessage()
    : createSiweMessage({ address, version: '1', chainId: 8453, ...fields, issuedAt: new Date(fields.issuedAt), ...(fields.expirationTime ? { expirationTime: new Date(fields.expirationTime) } : {}), ...(fields.notBefore ? { notBefore: new Date(fields.notBefore) } : {}) });
  const signature = sign === 'ethers' ? await new Wallet(key(n)).signMessage(message) : await privateKeyToAccount(key(n)).signMessage({ message });
  const payload = { address, message, signature, timestamp: NOW, chainId: 8453, ...extra };
  evm.push({ name, madeBy: made + ' + ' + sign, key: key(n), address, domain: fields.domain, nonce: fields.nonce, message, payload, header: b64(payload) });
}
const base = { domain: '127.0.0.1:8080', uri: 'http://127.0.0.1:8080/api/v1/video/queue', statement: 'Sign in to Venice AI', nonce: 'a1b2c3d4e5f60718', issuedAt: iso(NOW), expirationTime: iso(NOW + 300000) };
await message('as the first-party client signs', 'siwe', 1, base, 'ethers', {});
await message('as the scheme of the OpenAPI file signs', 'siwe', 2, { ...base, domain: 'api.venice.ai', uri: 'https://api.venice.ai', statement: 'Sign in to Venice API', expirationTime: iso(NOW + 600000), nonce: '0123456789abcdef' }, 'ethers', { chainId: '8453' });
await message('no expiration, no timestamp', 'viem', 1, { ...base, expirationTime: undefined, nonce: 'noexpiration00001' }, 'viem', { timestamp: undefined, chainId: 'eip155:8453' });
await message('no statement', 'siwe', 1, { ...base, statement: undefined, nonce: 'nostatement000001' }, 'ethers', {});
await message('no statement, viem', 'viem', 1, { ...base, statement: undefined, nonce: 'nostatement000002' }, 'viem', {});
await message('every field', 'siwe', 3, { ...base, notBefore: iso(NOW - 1000), requestId: 'req-7', resources: ['https://venice.ai/a', 'https://venice.ai/b?c=d'], nonce: 'everyfield0000001' }, 'ethers', { type: 'eip191' });
await message('every field, viem', 'viem', 3, { ...base, notBefore: iso(NOW - 1000), requestId: 'req-7', resources: ['https://venice.ai/a', 'https://venice.ai/b?c=d'], nonce: 'everyfield0000002' }, 'viem', {});
await message('domain with a scheme', 'siwe', 1, { ...base, scheme: 'http', nonce: 'withscheme0000001' }, 'ethers', {});
async function structured(name, n, info) {
  const account = privateKeyToAccount(key(n));
  const full = { domain: '127.0.0.1:8080', uri: 'http://127.0.0.1:8080/api/v1/video/queue', version: '1', chainId: 'eip155:8453', type: 'eip191', issuedAt: iso(NOW), ...info };
  const payload = await createSIWxPayload(full, account, 'http://127.0.0.1:8080/api/v1/video/queue');
  evm.push({ name, madeBy: '@x402/extensions + viem', key: key(n), address: account.address, domain: full.domain, nonce: full.nonce, message: formatSIWEMessage(full, account.address), payload: JSON.parse(JSON.stringify(payload)), header: encodeSIWxHeader(payload) });
}
await structured('structured, as a 402 challenge asks', 1, { nonce: 'structured00000001', statement: 'Sign in to Venice AI', expirationTime: iso(NOW + 300000) });
await structured('structured, no statement', 2, { nonce: 'structured00000002' });
await structured('structured, every field', 3, { nonce: 'structured00000003', statement: 'Sign in to Venice AI', expirationTime: iso(NOW + 300000), notBefore: iso(NOW - 1000), requestId: 'r1', resources: ['http://127.0.0.1:8080/api/v1/video/queue'] });
out('sign-in-evm', evm);

// Solana sign-ins
const sol = [];
const kp = n => nacl.sign.keyPair.fromSeed(seed('venice-sim vector solana ' + n));
async function solana(name, n, info, form) {
  const pair = kp(n); const address = bs58.encode(pair.publicKey);
  const full = { domain: '127.0.0.1:8080', uri: 'http://127.0.0.1:8080/api/v1/video/queue', version: '1', chainId: SOLANA, type: 'ed25519', issuedAt: iso(NOW), ...info };
  const message = formatSIWSMessage(full, address);
  const sig = nacl.sign.detached(Buffer.from(message), pair.secretKey);
  let payload;
  if (form === 'structured') payload = await createSIWxPayload(full, { publicKey: address, signMessage: async m => nacl.sign.detached(m, pair.secretKey) }, full.uri);
  else payload = { address, message, signature: form === 'base64' ? Buffer.from(sig).toString('base64') : bs58.encode(sig), timestamp: NOW, chainId: SOLANA, type: 'ed25519' };
  sol.push({ name, madeBy: '@x402/extensions + tweetnacl', secretKey: Buffer.from(pair.secretKey).toString('hex'), address, domain: full.domain, nonce: full.nonce, message, payload: JSON.parse(JSON.stringify(payload)), header: b64(payload) });
}
await solana('structured', 1, { nonce: 'solana00000000001', statement: 'Sign in to Venice AI', expirationTime: iso(NOW + 300000) }, 'structured');
await solana('structured, no statement', 2, { nonce: 'solana00000000002' }, 'structured');
await solana('message, base58 signature', 1, { nonce: 'solana00000000003', statement: 'Sign in to Venice AI' }, 'base58');
await solana('message, base64 signature', 1, { nonce: 'solana00000000004', expirationTime: iso(NOW + 300000) }, 'base64');
await solana('message, every field', 3, { nonce: 'solana00000000005', statement: 'x', notBefore: iso(NOW - 1000), requestId: 'r', resources: ['https://a', 'https://b'] }, 'base58');
out('sign-in-solana', sol);

// payments
const PAYTO = '0x2670b922ef37c7df47158725c0cc407b5382293f', USDC = '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913';
const baseTerms = amount => ({ scheme: 'exact', network: 'eip155:8453', asset: USDC, amount, payTo: PAYTO, maxTimeoutSeconds: 300, extra: { name: 'USD Coin', version: '2' } });
const pay = [];
for (const [name, n, amount] of [['v2, five dollars', 1, '5000000'], ['v2, twelve and a bit', 2, '12345678'], ['v2, ten thousand', 3, '10000000000']]) {
  const account = privateKeyToAccount(key(n));
  const client = new x402Client();
  client.setSpendControls(false); // by default this client refuses to pay more than a dollar
  client.register('eip155:8453', new ExactEvmScheme(account));
  const p = await client.createPaymentPayload({ x402Version: 2, accepts: [baseTerms(amount)] });
  pay.push({ name, madeBy: '@x402/core + @x402/evm + viem', address: account.address, amount, payload: p, header: encodePaymentSignatureHeader(p) });
}
{ const account = privateKeyToAccount(key(4)); const p = await new ExactEvmSchemeV1(account).createPaymentPayload(1, { scheme: 'exact', network: 'base', asset: USDC, maxAmountRequired: '5000000', payTo: PAYTO, maxTimeoutSeconds: 300, resource: 'http://x', description: '', mimeType: '', extra: { name: 'USD Coin', version: '2' } });
  pay.push({ name: 'v1 flat', madeBy: '@x402/evm v1 + viem', address: account.address, amount: '5000000', payload: p, header: b64(p) });
  const q = { ...p, x402Version: 2, scheme: 'exact', network: 'base' };
  pay.push({ name: 'flat with version 2, as the first-party client sends', madeBy: '@x402/evm v1 + viem', address: account.address, amount: '5000000', payload: q, header: b64(q) }); }
out('payments-evm', pay);
const types = { TransferWithAuthorization: [['from','address'],['to','address'],['value','uint256'],['validAfter','uint256'],['validBefore','uint256'],['nonce','bytes32']].map(([name,type])=>({name,type})) };
out('transfer-digests', pay.map(v => { const a = v.payload.payload.authorization; return { authorization: a, digest: viem.hashTypedData({ domain: { name: 'USD Coin', version: '2', chainId: 8453, verifyingContract: USDC }, types, primaryType: 'TransferWithAuthorization', message: a }) }; }));

// Solana payments
const MINT = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', OWNER = '8qUL23aSj7mDWdoLMXGHFvnVCT9wd7jXcysiekroADEL', FEE = 'BFK9TLC3edb13K6v4YyH3DwPb5DSUpkWvb7XnqCL9b4F';
console.log('ATA', getAssociatedTokenAddressSync(new PublicKey(MINT), new PublicKey(OWNER), true).toBase58());
const solpay = [];
for (const [name, n, amount] of [['v2, five dollars', 1, '5000000'], ['v2, a hundred', 2, '100000000']]) {
  const terms = { scheme: 'exact', network: SOLANA, asset: MINT, amount, payTo: OWNER, maxTimeoutSeconds: 300, extra: { name: 'USD Coin', version: '2', feePayer: FEE, recentBlockhash: bs58.encode(seed('blockhash')) } };
  const scheme = new ExactSvmScheme(await createKeyPairSignerFromBytes(kp(n).secretKey));
  scheme.mintCache.set(SOLANA + ':' + MINT, Promise.resolve({ decimals: 6, programAddress: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' }));
  const s = await scheme.createPaymentPayload(2, terms);
  const { recentBlockhash, ...extra } = terms.extra;
  const p = { x402Version: 2, payload: s.payload, accepted: { ...terms, extra } };
  solpay.push({ name, madeBy: '@x402/svm + @solana/kit', address: bs58.encode(kp(n).publicKey), amount, sourceAccount: getAssociatedTokenAddressSync(new PublicKey(MINT), new PublicKey(kp(n).publicKey)).toBase58(), payload: p, header: encodePaymentSignatureHeader(p) });
}
out('payments-solana', solpay);
