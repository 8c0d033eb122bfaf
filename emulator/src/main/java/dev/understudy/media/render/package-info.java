/**
 * Small, real, playable MP4 files without a codec library.
 *
 * <p>The trick is a picture made of 4&times;4-pixel cells on a few equally spaced brightness levels and one pair of
 * chroma values. Such a picture survives H.264's transform without loss: an Intra16x16 macroblock predicted from the
 * row above or the column to the left differs from it by whole levels, cell by cell, and a cell is exactly the block
 * behind one luma DC coefficient. So no AC coefficient, no rate control and no motion search is ever needed, an
 * unchanged macroblock is a P_Skip, and what a decoder shows is, to the bit, what was painted.
 */
package dev.understudy.media.render;
