/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-screen-plan.h"

static int
find_other (guint n_screens,
            guint screen)
{
  return screen == 0 && n_screens > 1 ? 1 : 0;
}

static WbScreenPlan
plan_two (const WbScreenWish *wish)
{
  const guint home = MIN (wish->home, wish->n_screens - 1);
  const int audience = wish->wanted >= 0 && (guint) wish->wanted < wish->n_screens ? wish->wanted
                                                                                   : find_other (wish->n_screens, home);
  const int speaker = audience == (int) home ? find_other (wish->n_screens, home) : (int) home;

  return (WbScreenPlan) { .audience_shown = TRUE, .speaker_shown = TRUE, .audience_screen = audience, .speaker_screen = speaker };
}

WbScreenPlan
wb_screen_plan_make (const WbScreenWish *wish)
{
  g_return_val_if_fail (wish != NULL, (WbScreenPlan) { 0 });

  if (wish->windows)
    return (WbScreenPlan) { .audience_shown = TRUE, .speaker_shown = TRUE, .audience_screen = -1, .speaker_screen = -1 };
  if (wish->n_screens > 1)
    return plan_two (wish);

  return (WbScreenPlan) {
    .audience_shown = !wish->had_wall,
    .speaker_shown = wish->had_wall || wish->speaker,
    .audience_screen = 0,
    .speaker_screen = 0,
  };
}
