package dev.understudy.media.render;

import java.util.List;

/**
 * A coded video track.
 *
 * @param width pixels shown
 * @param height pixels shown
 * @param samples one coded frame each
 */
record Film(int width, int height, Reel reel, ParameterSets parameters, List<byte[]> samples) {}
