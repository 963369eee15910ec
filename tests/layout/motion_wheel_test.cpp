#include <cmath>

#include <gtest/gtest.h>

#include "carousel_case.h"

namespace article::layout {
namespace {

/// A trackpad's swipe: the fingers' part, then momentum, every 1000/rate ms.
double swipe(CarouselMotion& motion, double now, double px_per_ms, int rate) {
  const double frame = 1000.0 / rate;
  double since = 0;
  for (double speed = px_per_ms / 4; std::abs(speed) > 0.03; since += frame) {
    motion.wheel(CssPx(speed * frame), ms(now + since));
    speed = since < 80 ? px_per_ms * (0.25 + 0.75 * since / 80)
                       : px_per_ms * std::exp(-(since - 80) / 325);
  }
  return now + since;
}

TEST(CarouselMotion, FollowsTheWheelAndSettlesWhenItRests) {
  CarouselMotion motion = strip_on(1);
  motion.wheel(CssPx(30), ms(0));
  motion.wheel(CssPx(60), ms(16));
  EXPECT_NEAR((motion.offset() - 1) * kPitch, 90, 1e-3);
  EXPECT_FALSE(motion.advance(ms(32)));
  ASSERT_TRUE(motion.wake_at().has_value());
  EXPECT_EQ(motion.wake_at()->value, 136);
  EXPECT_TRUE(motion.advance(ms(137)));
  EXPECT_FALSE(motion.wake_at().has_value());
  EXPECT_EQ(motion.target(), 2) << "90 px commit";
  motion.advance(ms(500));
  EXPECT_EQ(motion.offset(), 2);

  motion.wheel(CssPx(-30), ms(1000));
  motion.advance(ms(1120));
  EXPECT_EQ(motion.target(), 2) << "30 px do not";
}

TEST(CarouselMotion, SettlesAWheelFromTheTimeItRestedThoughWokenLate) {
  CarouselMotion punctual = strip_on(1);
  CarouselMotion late = strip_on(1);
  punctual.wheel(CssPx(100), ms(0));
  late.wheel(CssPx(100), ms(0));
  punctual.advance(ms(120));
  punctual.advance(ms(200));
  late.advance(ms(200));
  EXPECT_EQ(late.offset(), punctual.offset());
  EXPECT_GT(late.offset(), 1 + 100 / kPitch);
}

TEST(CarouselMotion, GivesAWheelThatTurnsItsPhotoBack) {
  CarouselMotion motion = strip_on(1);
  for (int i = 0; i < 8; ++i) motion.wheel(CssPx(40), ms(i * 16));
  for (int i = 8; i < 20; ++i) motion.wheel(CssPx(-40), ms(i * 16));
  motion.advance(ms(20 * 16 + 120));
  EXPECT_EQ(motion.target(), 1) << "it turned near 2, one photo from there is 1";
}

TEST(CarouselMotion, SkipsNoPhotoByATrackpadsMomentum) {
  for (const int rate : kRates) {
    for (const double px_per_ms : {1.0, 2.0, 5.0, 12.0}) {
      CarouselMotion motion = strip_on(1);
      double end = swipe(motion, 0, px_per_ms, rate);
      motion.advance(ms(end + 500));
      EXPECT_EQ(motion.offset(), 2) << px_per_ms << " at " << rate;
      end = swipe(motion, end + 1000, -px_per_ms, rate);
      motion.advance(ms(end + 500));
      EXPECT_EQ(motion.offset(), 1) << px_per_ms << " at " << rate;
    }
  }
}

TEST(CarouselMotion, TakesASecondSwipeDuringTheMomentumOfTheFirst) {
  CarouselMotion motion = strip_on(0);
  for (double t = 0; t < 700; t += 16) {
    motion.wheel(CssPx(40 * std::exp(-t / 325)), ms(t));
  }
  EXPECT_EQ(motion.offset(), 1);
  const double end = swipe(motion, 704, 2, 60);
  motion.advance(ms(end + 500));
  EXPECT_EQ(motion.offset(), 2);
}

TEST(CarouselMotion, TurnsAPageByOneNotch) {
  CarouselMotion motion = strip_on(1);
  motion.wheel(CssPx(100), ms(0));
  motion.advance(ms(120));
  EXPECT_EQ(motion.target(), 2);
  motion.advance(ms(600));
  motion.wheel(CssPx(-48), ms(1000));
  motion.advance(ms(1120));
  EXPECT_EQ(motion.target(), 1);
}

TEST(CarouselMotion, DoesNotPullTheEndsByWheel) {
  CarouselMotion motion = strip_on(0);
  motion.wheel(CssPx(-200), ms(0));
  EXPECT_EQ(motion.offset(), 0);
  motion.advance(ms(120));
  EXPECT_FALSE(motion.moving());
}

}  // namespace
}  // namespace article::layout
