#pragma once

/// The flat C interface of a module of its own, the enlarged photo's motion
/// (layout/enlarged_motion.h): loaded when a photo is first enlarged, one
/// instance a widget. Numbers only.
extern "C" {

/// Sizes of the area and of the photo that is shown, at scale 1, and the scale at
/// which its pixels are the device's. flags: 1 right-to-left, 2 reduced motion.
/// index: photo to open on, at rest; -1: where it was.
void av_enlarged_place(int flags, int count, int index, float width, float height,
                       float photo_width, float photo_height, float own_scale) noexcept;
/// A point is CSS px from the area's middle. input: 0 pressed by mouse, 1 touch,
/// 2 pen, 3 moved, 4 released, 5 cancelled (`id` the pointer's); 6 zooms by `value`
/// about the point, 0: back to 1; 7 a wheel's `value` along x; 8 goes to photo `id`.
void av_enlarged_input(int input, int id, float x, float y, float value, double now) noexcept;
/// @return 9 numbers, good until the next call: flags (1 it needs another frame, 2
/// it was let go to be closed, 4 it can zoom in, 8 out), photo that is shown, photo
/// that is zoomed, then of the latter scale, x, y, and the strip's offset (photos),
/// its pitch, the drop (0 to 1).
const float* av_enlarged_frame(double now) noexcept;

}  // extern "C"
