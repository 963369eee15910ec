#pragma once

#include "text/phrases.h"

namespace article::preview {

/// Gives it the models that a page would fetch, which are part of the program.
void learn_phrases(text::Phrases& phrases);

}  // namespace article::preview
