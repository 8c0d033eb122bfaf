/** Keeps a run from spending more than it may: nothing is sent that has no price, is not allowed, or costs more than is left. */
package dev.understudy.contract.spend;
