#include "preview/window.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <GLFW/glfw3.h>
#include <glib.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include "preview/enlarged_view.h"
#include "preview/fetch.h"
#include "preview/panel.h"
#include "preview/panel_font.h"
#include "preview/scroll_view.h"
#include "preview/stage.h"

namespace article::preview {
namespace {

/// How often the file's state is looked at: nothing is drawn for that.
constexpr double kWatchSeconds = 0.5;
constexpr CssPx kWheelStep{64};
constexpr CssPx kArrowStep{48};
constexpr CssPx kScrollbarWidth{5};
constexpr CssPx kShortestThumb{24};
/// What ImGui needs after an input until its widgets have come to rest.
constexpr int kFramesAfterInput = 3;

/// GLFW itself: ended after the last window.
class Glfw {
 public:
  Glfw() {
    glfwSetErrorCallback([](int, const char* message) {
      if (last_error().empty()) last_error() = message;
    });
    works_ = glfwInit() == GLFW_TRUE;
  }
  ~Glfw() {
    if (works_) glfwTerminate();
  }
  Glfw(const Glfw&) = delete;
  Glfw& operator=(const Glfw&) = delete;
  [[nodiscard]] bool works() const { return works_; }
  /// GLFW reports through a function without context.
  static std::string& last_error() {
    static std::string message;
    return message;
  }

 private:
  bool works_ = false;
};

struct WindowDeleter {
  void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};
using WindowPtr = std::unique_ptr<GLFWwindow, WindowDeleter>;

Milliseconds now() { return Milliseconds(glfwGetTime() * 1000); }

/// Opens a link with the desktop's own program; web and mail only.
void open_link(const std::string& url) {
  const bool allowed =
      url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:");
  if (!allowed) return;
  const std::array<const char*, 3> command = {"xdg-open", url.c_str(), nullptr};
  // Not waited for, and reaped by GLib.
  g_spawn_async(nullptr, const_cast<char**>(command.data()), nullptr, G_SPAWN_SEARCH_PATH, nullptr,
                nullptr, nullptr, nullptr);
}

/// What tells one state of a file from another. The size too, as two writes may come within one
/// tick of the clock that file times are taken from.
struct FileState {
  std::filesystem::file_time_type time;
  std::uintmax_t bytes = 0;
  bool operator==(const FileState&) const = default;
};

/// @return nothing for what is not a file that is there.
std::optional<FileState> state_of(const std::string& path) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path, error);
  if (path.empty() || error) return std::nullopt;
  const auto bytes = std::filesystem::file_size(path, error);
  if (error) return std::nullopt;
  return FileState{time, bytes};
}

std::string file_of(const std::string& location) {
  const Result<std::string> url = url_of(location);
  return url ? path_of(*url.value) : std::string();
}

/// The preview's window: the panel at the left, so that it stays under the
/// pointer when the width changes, the article at the right.
class Desk {
 public:
  Desk(GLFWwindow* window, const Options& options);
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  [[nodiscard]] bool works() { return stage_.works(); }
  void run();

 private:
  static Desk& of(GLFWwindow* window) {
    return *static_cast<Desk*>(glfwGetWindowUserPointer(window));
  }
  void listen();
  void load();
  void resize_window(CssPx width, std::optional<CssPx> height);
  void measure_window();
  void draw();
  void draw_scrollbar() const;
  void answer_panel(const PanelState& panel);
  /// Pictures that could not be had.
  void note(std::vector<std::string> faults);
  void on_key(int key, int action, int modifiers);
  /// @return whether it was the enlarged photo's.
  bool on_photo_key(int key);
  void on_button(int button, int action);
  void on_move(double x, double y);
  void on_wheel(double x, double y);
  [[nodiscard]] Point at_pointer() const;
  [[nodiscard]] bool over_article() const;
  /// CSS px to the window's own unit.
  [[nodiscard]] float window_units(CssPx length) const {
    return to_device(length, stage_.settings().ratio).value / framebuffer_scale_;
  }

  GLFWwindow* window_;
  Stage stage_;
  ScrollView view_;
  EnlargedView enlarged_;
  std::string location_;
  std::string file_;  ///< where the document lies; "" for one of the network
  std::string fault_;
  std::vector<std::string> picture_faults_;
  std::optional<FileState> file_state_;
  std::optional<PixelRatio> fixed_ratio_;
  float framebuffer_scale_ = 1;  ///< device px per unit of the window
  int width_ = 0;                ///< of the framebuffer, device px
  int height_ = 0;
  CssPx article_width_;
  int frames_due_ = kFramesAfterInput;
  unsigned frames_ = 0;
  bool over_panel_ = false;
  /// Where the last event saw the pointer, in the window's own unit. GLFW's answer is where it is
  /// now, which a press that waited is not about.
  double pointer_x_ = 0;
  double pointer_y_ = 0;
};

Desk::Desk(GLFWwindow* window, const Options& options)
    : window_(window),
      stage_([] { glfwPostEmptyEvent(); }),
      view_(stage_.viewer()),
      enlarged_(stage_.viewer(), stage_.pictures(), [] { glfwPostEmptyEvent(); }),
      location_(options.location),
      file_(file_of(options.location)),
      fixed_ratio_(options.ratio),
      article_width_(options.width) {
  if (!stage_.works()) return;
  listen();
  ImGui_ImplGlfw_InitForOpenGL(window_, true);
  load_panel_font();
  stage_.set_dark(options.dark);
  measure_window();
  std::optional<CssPx> height;
  if (options.size) height = CssPx(options.size->height);
  resize_window(options.width, height);
  load();
}

Desk::~Desk() {
  if (stage_.works()) ImGui_ImplGlfw_Shutdown();
}

/// Set before ImGui's own, which call these.
void Desk::listen() {
  glfwSetWindowUserPointer(window_, this);
  glfwSetKeyCallback(window_, [](GLFWwindow* window, int key, int, int action, int modifiers) {
    of(window).on_key(key, action, modifiers);
  });
  glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int button, int action, int) {
    of(window).on_button(button, action);
  });
  glfwSetCursorPosCallback(
      window_, [](GLFWwindow* window, double x, double y) { of(window).on_move(x, y); });
  glfwSetScrollCallback(window_,
                        [](GLFWwindow* window, double x, double y) { of(window).on_wheel(x, y); });
  glfwSetCursorEnterCallback(window_, [](GLFWwindow* window, int entered) {
    if (entered == GLFW_FALSE) of(window).view_.leave();
  });
  glfwSetWindowRefreshCallback(window_, [](GLFWwindow* window) { of(window).frames_due_ = 1; });
  glfwSetFramebufferSizeCallback(window_,
                                 [](GLFWwindow* window, int, int) { of(window).measure_window(); });
  glfwSetWindowContentScaleCallback(
      window_, [](GLFWwindow* window, float, float) { of(window).measure_window(); });
}

void Desk::load() {
  enlarged_.close();
  // Before the file is read: one that is still being written is read again.
  file_state_ = state_of(file_);
  const Result<std::string> headline = stage_.load(location_);
  fault_ = headline.error;
  picture_faults_.clear();
  if (headline)
    glfwSetWindowTitle(window_, headline.value->empty() ? "Article" : headline.value->c_str());
  if (headline) view_.restart();
  view_.update();
  frames_due_ = kFramesAfterInput;
}

void Desk::measure_window() {
  glfwGetFramebufferSize(window_, &width_, &height_);
  int window_width = 0;
  int window_height = 0;
  glfwGetWindowSize(window_, &window_width, &window_height);
  framebuffer_scale_ =
      window_width > 0 ? static_cast<float>(width_) / static_cast<float>(window_width) : 1;
  float scale_x = 1;
  float scale_y = 1;
  glfwGetWindowContentScale(window_, &scale_x, &scale_y);
  const PixelRatio ratio = fixed_ratio_.value_or(PixelRatio{std::max(1.0F, scale_x)});
  stage_.set_ratio(ratio);
  ImGui::GetStyle().FontScaleDpi = ratio.value / framebuffer_scale_;
  const float room = static_cast<float>(width_) / ratio.value - kPanelWidth.value;
  article_width_ = CssPx(std::max(1.0F, std::floor(room)));
  stage_.set_width(article_width_);
  const CssPx seen(static_cast<float>(height_) / ratio.value);
  view_.set_height(seen);
  enlarged_.set_area(article_width_, seen, ratio);
  frames_due_ = kFramesAfterInput;
}

void Desk::resize_window(CssPx width, std::optional<CssPx> height) {
  const float ratio = stage_.settings().ratio.value;
  const CssPx now_height(static_cast<float>(height_) / ratio);
  glfwSetWindowSize(window_, static_cast<int>(std::ceil(window_units(width + kPanelWidth))),
                    static_cast<int>(std::ceil(window_units(height.value_or(now_height)))));
}

Point Desk::at_pointer() const {
  const double units = framebuffer_scale_ / stage_.settings().ratio.value;
  return {CssPx(pointer_x_ * units) - kPanelWidth, CssPx(pointer_y_ * units)};
}

bool Desk::over_article() const { return at_pointer().x >= CssPx(0); }

void Desk::on_key(int key, int action, int modifiers) {
  frames_due_ = kFramesAfterInput;
  constexpr int kOthers = GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
  if (action == GLFW_RELEASE || (modifiers & kOthers) != 0 || ImGui::GetIO().WantTextInput) return;
  if (enlarged_.is_open() && on_photo_key(key)) return;
  switch (key) {
    case GLFW_KEY_T:
      if (action == GLFW_PRESS) stage_.set_dark(!stage_.settings().dark);
      break;
    case GLFW_KEY_R:
      if (action == GLFW_PRESS) load();
      break;
    case GLFW_KEY_1:
    case GLFW_KEY_2:
    case GLFW_KEY_3:
    case GLFW_KEY_4:
      resize_window(kPresetWidths[key - GLFW_KEY_1], std::nullopt);
      break;
    case GLFW_KEY_UP:
      view_.scroll_by(-kArrowStep);
      break;
    case GLFW_KEY_DOWN:
      view_.scroll_by(kArrowStep);
      break;
    case GLFW_KEY_PAGE_UP:
      view_.page(-1);
      break;
    case GLFW_KEY_PAGE_DOWN:
      view_.page(1);
      break;
    case GLFW_KEY_SPACE:
      view_.page((modifiers & GLFW_MOD_SHIFT) != 0 ? -1 : 1);
      break;
    case GLFW_KEY_HOME:
      view_.scroll_to_end(false);
      break;
    case GLFW_KEY_END:
      view_.scroll_to_end(true);
      break;
    case GLFW_KEY_LEFT:
      view_.step_photo(-1, now());
      break;
    case GLFW_KEY_RIGHT:
      view_.step_photo(1, now());
      break;
    default:
      break;
  }
}

bool Desk::on_photo_key(int key) {
  constexpr double kZoomStep = 1.5;
  switch (key) {
    case GLFW_KEY_ESCAPE:
      enlarged_.close();
      return true;
    case GLFW_KEY_LEFT:
    case GLFW_KEY_RIGHT:
      enlarged_.step_photo(key == GLFW_KEY_LEFT ? -1 : 1, now());
      return true;
    case GLFW_KEY_EQUAL:
    case GLFW_KEY_KP_ADD:
      enlarged_.zoom(kZoomStep, now());
      return true;
    case GLFW_KEY_MINUS:
    case GLFW_KEY_KP_SUBTRACT:
      enlarged_.zoom(1 / kZoomStep, now());
      return true;
    case GLFW_KEY_0:
    case GLFW_KEY_KP_0:
      enlarged_.zoom(0, now());
      return true;
    case GLFW_KEY_HOME:
    case GLFW_KEY_END:
      enlarged_.go_to_end(key == GLFW_KEY_END, now());
      return true;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_SPACE:
      enlarged_.toggle_caption();
      return true;
    // What lies behind does not scroll.
    case GLFW_KEY_UP:
    case GLFW_KEY_DOWN:
    case GLFW_KEY_PAGE_UP:
    case GLFW_KEY_PAGE_DOWN:
      enlarged_.scroll_caption(key == GLFW_KEY_UP || key == GLFW_KEY_PAGE_UP ? 1 : -1);
      return true;
    default:
      return false;
  }
}

void Desk::on_button(int button, int action) {
  frames_due_ = kFramesAfterInput;
  if (button != GLFW_MOUSE_BUTTON_LEFT) return;
  const bool released = action == GLFW_RELEASE;
  if (!released && !over_article()) return;
  if (enlarged_.is_open())
    released ? enlarged_.release(at_pointer(), now()) : enlarged_.press(at_pointer(), now());
  else
    released ? view_.release(at_pointer(), now()) : view_.press(at_pointer(), now());
}

void Desk::on_move(double x, double y) {
  pointer_x_ = x;
  pointer_y_ = y;
  if (enlarged_.is_open())
    enlarged_.move(at_pointer(), now());
  else
    view_.move(at_pointer(), now());
  // The panel's widgets answer to the pointer, also when it leaves them.
  const bool over_panel = !over_article();
  if (over_panel || over_panel_) frames_due_ = kFramesAfterInput;
  over_panel_ = over_panel;
}

void Desk::on_wheel(double x, double y) {
  if (!over_article()) {
    frames_due_ = kFramesAfterInput;
    return;
  }
  if (enlarged_.is_open()) {
    enlarged_.wheel(at_pointer(), y, now());
    return;
  }
  if (glfwGetKey(window_, GLFW_KEY_LEFT_SHIFT) == GLFW_PRESS && x == 0) std::swap(x, y);
  view_.wheel(at_pointer(), kWheelStep * static_cast<float>(-x),
              kWheelStep * static_cast<float>(-y), now());
}

void Desk::draw_scrollbar() const {
  const CssPx seen(static_cast<float>(height_) / stage_.settings().ratio.value);
  const CssPx content = view_.content_height();
  if (content <= seen) return;
  const CssPx thumb = max(seen * (seen / content), kShortestThumb);
  const CssPx top = (seen - thumb) * (view_.top() / (content - seen));
  const CssPx edge = kPanelWidth + article_width_ - kScrollbarWidth / 2;
  const float right = window_units(edge);
  const float left = window_units(edge - kScrollbarWidth);
  const ImU32 color = ImGui::GetColorU32(ImGuiCol_ScrollbarGrab);
  ImGui::GetBackgroundDrawList()->AddRectFilled({left, window_units(top)},
                                                {right, window_units(top + thumb)}, color,
                                                window_units(kScrollbarWidth) / 2);
}

void Desk::answer_panel(const PanelState& panel) {
  if (panel.wanted_width) resize_window(*panel.wanted_width, std::nullopt);
  if (panel.toggle_theme) stage_.set_dark(!stage_.settings().dark);
  if (panel.reload) load();
}

void Desk::note(std::vector<std::string> faults) {
  if (faults.empty()) return;
  std::move(faults.begin(), faults.end(), std::back_inserter(picture_faults_));
  frames_due_ = kFramesAfterInput;
}

void Desk::draw() {
  PanelState panel;
  panel.name = location_;
  panel.fault = fault_;
  panel.picture_faults = picture_faults_;
  panel.problems = stage_.viewer().problems();
  panel.width = article_width_;
  panel.ratio = stage_.settings().ratio;
  panel.dark = stage_.settings().dark;
  panel.frames = ++frames_;

  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  draw_panel(panel);
  draw_scrollbar();
  enlarged_.draw(*ImGui::GetBackgroundDrawList(), {window_units(kPanelWidth), 0},
                 window_units(CssPx(1)), now());
  if (over_article()) {
    const viewer::Cursor cursor =
        enlarged_.is_open() ? enlarged_.cursor(at_pointer()) : view_.cursor();
    if (cursor == viewer::Cursor::Pointer) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (cursor == viewer::Cursor::Grabbing) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
  }
  ImGui::Render();

  const viewer::Viewer::View seen{
      .origin = {CssPx(0), view_.top()},
      .width = static_cast<int>(to_device(article_width_, panel.ratio).value),
      .height = height_,
      .ratio = panel.ratio};
  stage_.renderer().clear(width_, height_, stage_.settings().palette.paper);
  const int left = static_cast<int>(snap(to_device(kPanelWidth, panel.ratio)).value);
  stage_.renderer().draw(stage_.viewer().frame(seen, now()), left, width_, height_);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window_);
  answer_panel(panel);
}

void Desk::run() {
  while (glfwWindowShouldClose(window_) == GLFW_FALSE) {
    stage_.pictures().serve(stage_.viewer());
    enlarged_.serve();
    note(stage_.pictures().take_faults());
    note(enlarged_.take_faults());
    view_.update();
    const bool moved = view_.take_moved();
    if (moved || frames_due_ > 0 || enlarged_.needs_frame() || stage_.viewer().needs_frame()) {
      if (frames_due_ > 0) --frames_due_;
      if (width_ > 0 && height_ > 0) draw();
      glfwPollEvents();
    } else {
      double wait = kWatchSeconds;
      if (const auto wake = stage_.viewer().wake_at())
        wait = std::clamp((*wake - now()).value / 1000, 0.001, kWatchSeconds);
      glfwWaitEventsTimeout(wait);
      // `frame` is what moves the viewer's time on.
      if (const auto wake = stage_.viewer().wake_at(); wake && *wake <= now()) frames_due_ = 1;
    }
    const ScrollView::Wishes wishes = view_.take_wishes();
    for (const std::string& link : wishes.links) open_link(link);
    open_link(enlarged_.take_link());
    if (wishes.photo) enlarged_.open(wishes.photo->part, wishes.photo->index);
    if (const auto state = state_of(file_); state && state != file_state_) load();
  }
}

}  // namespace

std::string show_window(const Options& options) {
  const Glfw glfw;
  if (!glfw.works()) return "no window: " + Glfw::last_error() + " (--screenshot needs none)";
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  constexpr int kFirstHeight = 844;
  const int first_width = static_cast<int>((options.width + kPanelWidth).value);
  const WindowPtr window(glfwCreateWindow(first_width, kFirstHeight, "Article", nullptr, nullptr));
  if (!window) return "no window: " + Glfw::last_error();
  glfwMakeContextCurrent(window.get());
  glfwSwapInterval(1);
  Desk desk(window.get(), options);
  if (!desk.works()) return "Dear ImGui can't use this OpenGL";
  desk.run();
  return {};
}

}  // namespace article::preview
