/** Decides which cases a run on the real service is worth: what is free, then what is cheap, then what was not seen for longest. */
package dev.understudy.contract.plan;
