/**
 * A suite of contract cases that runs unchanged on any target that speaks the WaveSpeed prediction API.
 *
 * <p>A case is a method with {@link dev.understudy.contract.ContractCase} in a class {@code cases.*Contract}. It gets an
 * {@link dev.understudy.contract.api.Api} and never learns who answers; it asks for the shape of every answer and for
 * the order and the end of states, and never that a state was seen. After adding or removing a case, write the manifest
 * anew: {@code java -jar understudy-contract.jar --manifest}.
 *
 * <p>A green run says that the target does what the cases say. Whether the real service does so too, nobody has checked:
 * each case names the claims it rests on, and {@code fixtures/claims.json} says how well each is founded.
 */
package dev.understudy.contract;
