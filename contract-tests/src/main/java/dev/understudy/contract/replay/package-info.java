/** Plays recordings: a server that answers each case as the real service once answered it, and nothing else. */
package dev.understudy.contract.replay;
