/**
 * People's own traffic: a proxy that records it job by job, a server that plays it again, and the comparison of it with an
 * emulator. Nothing is kept, even in memory, before secrets are taken out.
 */
package dev.understudy.contract.cassette;
