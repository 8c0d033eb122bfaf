/**
 * What was said between the kit and a target: captured, cleaned, kept in files, and made comparable.
 *
 * <p>Evidence is only what the real service said. A file of another origin is refused when it is read.
 */
package dev.understudy.contract.evidence;
