#pragma once

// OpenGL 3.2's functions, through GLVND, whatever made the context.
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
