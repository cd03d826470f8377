/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the speaker wants, in terms of the screens there are. */
typedef struct
{
  guint n_screens;
  guint home;        /* the screen the talk was started on */
  int wanted;        /* the screen chosen for the audience; -1: none chosen, or it is not there */
  gboolean windows;  /* two plain windows, for video calls */
  gboolean speaker;  /* with one screen: the speaker's view is in front */
  gboolean had_wall; /* there was a screen for the audience alone before */
} WbScreenWish;

/**
 * WbScreenPlan:
 *
 * Which window stands where. A screen of -1: a plain window. With one screen the audience's view has it, and the speaker's
 * comes in front when asked for. When the projector is unplugged the speaker's view stays, and the audience's hides until a screen is back.
 */
typedef struct
{
  gboolean audience_shown;
  gboolean speaker_shown;
  int audience_screen;
  int speaker_screen;
} WbScreenPlan;

WbScreenPlan wb_screen_plan_make (const WbScreenWish *wish);

G_END_DECLS
