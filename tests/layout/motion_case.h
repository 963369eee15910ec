#pragma once

#include "host/units.h"

/// What tests of motion have in common.
namespace article::layout {

inline constexpr int kRates[] = {30, 60, 120};  ///< frames a second

inline Point at(double x, double y) { return {CssPx(x), CssPx(y)}; }
inline Milliseconds ms(double value) { return Milliseconds(value); }

}  // namespace article::layout
