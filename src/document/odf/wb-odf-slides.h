/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"

G_BEGIN_DECLS

/* Slides of 960 × 540 points, as on the projector. */
#define WB_ODF_SLIDE_WIDTH 960.0
#define WB_ODF_SLIDE_HEIGHT 540.0
#define WB_ODF_SLIDE_LEFT 54.0
#define WB_ODF_SLIDE_RIGHT 906.0
#define WB_ODF_SLIDE_TOP 40.0
#define WB_ODF_SLIDE_BOTTOM 477.0
#define WB_ODF_SLIDE_BODY_TOP 118.0

typedef enum
{
  WB_ODF_BOX_TEXT,
  WB_ODF_BOX_TABLE,
  WB_ODF_BOX_FIGURE,
} WbOdfBoxType;

/* A part of a slide that becomes a frame of its own. */
typedef struct
{
  WbOdfBoxType type;
  double x;
  double y;
  double width;
  double height; /* as it is on our slides; other typefaces differ a little */

  /* Owned */
  GPtrArray *blocks; /* WbBlock */
} WbOdfBox;

typedef struct
{
  double scale;    /* of the text */
  guint part;      /* 1 for the first of the slides that one was split into */
  gboolean is_title; /* the title of all */

  /* Owned */
  WbBlock *heading;  /* (nullable) */
  GPtrArray *boxes;  /* WbOdfBox */
  GPtrArray *notes;  /* WbBlock */
} WbOdfSlide;

/* The slides of @deck, with what stands on each. What does not fit is made smaller, and then put on further slides, as the
 * layout does it; here by whole blocks, items and rows, since the text stays text. WbOdfSlide. (transfer full) */
GPtrArray *wb_odf_slides_new (WbDocument *deck);

G_END_DECLS
