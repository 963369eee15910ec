/**
 * The page's one WebGL 2 context: keeps textures, and draws a frame of the
 * core's triangles. Colours are sRGB; textures are premultiplied.
 *
 * @typedef {{texture: number, mask: boolean, left: number, top: number, right: number,
 *   bottom: number, count: number, first: number, base: number}} Command
 * @typedef {{vertices: Uint8Array, indices: Uint8Array, views: Command[][]}} Frame
 */

const vertexShader = `#version 300 es
layout(location=0) in vec2 place;
layout(location=1) in vec2 texturePlace;
layout(location=2) in vec4 color;
uniform vec2 scale;
out vec2 at;
out vec4 ink;
void main() {
  at = texturePlace;
  ink = vec4(color.rgb * color.a, color.a);
  gl_Position = vec4(place * scale + vec2(-1, 1), 0, 1);
}`;

const fragmentShader = `#version 300 es
precision mediump float;
uniform sampler2D picture;
uniform bool mask;
in highp vec2 at;
in vec4 ink;
out vec4 result;
void main() {
  vec4 texel = texture(picture, at);
  result = ink * (mask ? vec4(texel.a) : texel);
}`;

const vertexBytes = 20;

export class Renderer {
  /** @type {Map<number, WebGLTexture>} by id */
  #textures = new Map();
  /** @type {number[]} texture ids by page */
  #pages = [];
  #lastId = 0;
  /** @type {WebGLProgram | null} */
  #program = null;
  /** Asked for when something is drawn: the answer waits for the shaders. @type {Record<"scale" | "mask", WebGLUniformLocation | null> | null} */
  #uniforms = null;
  /** Frames drawn since the start, for tests. */
  framesDrawn = 0;

  /** @param {WebGL2RenderingContext} gl */
  constructor(gl) {
    this.gl = gl;
    this.maxTextureSize = gl.getParameter(gl.MAX_TEXTURE_SIZE);
    this.#prepare();
  }

  /** After a loss: the context is there again, but empty. */
  restore() {
    this.#textures.clear();
    this.#pages = [];
    this.#prepare();
  }

  #prepare() {
    const { gl } = this;
    const program = gl.createProgram();
    const sources = [[gl.VERTEX_SHADER, vertexShader], [gl.FRAGMENT_SHADER, fragmentShader]];
    for (const [type, source] of /** @type {[number, string][]} */ (sources)) {
      const shader = gl.createShader(type);
      if (!shader || !program) return;  // lost again
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    gl.useProgram(program);
    this.#program = program;
    this.#uniforms = null;
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (const location of [0, 1, 2]) gl.enableVertexAttribArray(location);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  }

  get lost() {
    return this.gl.isContextLost();
  }

  /** @param {number} width @param {number} height */
  #makeTexture(width, height) {
    const { gl } = this;
    const texture = gl.createTexture();
    if (!texture) return 0;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
    for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
      gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    this.#lastId += 1;
    this.#textures.set(this.#lastId, texture);
    return this.#lastId;
  }

  /** A page of the atlas. @param {number} width @param {number} height @returns its texture, 0: none */
  createPage(width, height) {
    const id = this.#makeTexture(width, height);
    this.#pages.push(id);
    return id;
  }

  /** The atlas has ended with its core. */
  deletePages() {
    for (const id of this.#pages.splice(0)) this.deleteTexture(id);
  }

  /**
   * @param {HTMLCanvasElement} canvas @param {number} x @param {number} y
   * @param {{page: number, x: number, y: number, width: number, height: number}} to
   */
  upload(canvas, x, y, to) {
    const { gl } = this;
    const texture = this.#textures.get(this.#pages[to.page]);
    if (!texture) return;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, x);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, y);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, to.x, to.y, to.width, to.height, gl.RGBA,
      gl.UNSIGNED_BYTE, canvas);
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 0);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
  }

  /**
   * Throws a SecurityError where the picture may not be read.
   * @param {ImageBitmap} bitmap premultiplied
   * @returns {number} texture, 0: none
   */
  createPicture(bitmap) {
    const { gl } = this;
    const id = this.#makeTexture(bitmap.width, bitmap.height);
    if (!id) return 0;
    try {
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
    } catch (error) {
      this.deleteTexture(id);
      throw error;
    }
    return id;
  }

  /** @param {number} id */
  deleteTexture(id) {
    this.gl.deleteTexture(this.#textures.get(id) ?? null);
    this.#textures.delete(id);
  }

  /** Textures that live, for tests. */
  get textureCount() {
    return this.#textures.size;
  }

  /** What the next calls of `draw` draw from. @param {Frame} frame */
  take({ vertices, indices }) {
    const { gl } = this;
    this.framesDrawn += 1;
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW);
  }

  /**
   * Draws a view of the frame at the left side of the context's canvas, which is
   * at least this large; what was there is cleared.
   * @param {Command[]} commands of the view @param {number} width @param {number} height
   * @param {number} [top] all device px
   */
  draw(commands, width, height, top = 0) {
    const { gl } = this;
    if (!this.#program) return;
    const { scale, mask: isMask } = this.#uniforms ??= {
      scale: gl.getUniformLocation(this.#program, "scale"),
      mask: gl.getUniformLocation(this.#program, "mask"),
    };
    const bottom = gl.drawingBufferHeight - top - height;
    gl.viewport(0, bottom, width, height);
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(0, bottom, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(scale, 2 / width, -2 / height);
    let base = -1;
    let texture = -1;
    let mask = null;
    for (const command of commands) {
      const left = Math.max(0, Math.floor(command.left));
      const high = Math.max(0, Math.floor(command.top));
      const right = Math.min(width, Math.ceil(command.right));
      const low = Math.min(height, Math.ceil(command.bottom));
      if (right <= left || low <= high) continue;
      if (base !== command.base) {
        base = command.base;
        const at = base * vertexBytes;
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertexBytes, at);
        gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertexBytes, at + 8);
        gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertexBytes, at + 16);
      }
      if (texture !== command.texture) {
        texture = command.texture;
        gl.bindTexture(gl.TEXTURE_2D, this.#textures.get(texture) ?? null);
      }
      if (mask !== command.mask) {
        mask = command.mask;
        gl.uniform1i(isMask, mask ? 1 : 0);
      }
      gl.scissor(left, bottom + height - low, right - left, low - high);
      gl.drawElements(gl.TRIANGLES, command.count, gl.UNSIGNED_SHORT, command.first * 2);
    }
  }
}
