/**
 * Writers of still pictures: lossless WebP for few colours, baseline JPEG for one tint.
 *
 * <p>Both are as small as the pictures need that {@code media.render} paints, and no general encoders. There is no image
 * codec among the modules of the JDK that the container image has.
 */
package dev.understudy.media.still;
