/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-letterhead.h"
#include "wb-look.h"
#include "wb-picture.h"

G_BEGIN_DECLS

/**
 * WbStationery:
 *
 * A letterhead ready to be printed: with its look, and its picture drawn. Immutable, and may be used by several threads.
 */
typedef struct
{
  WbLetterhead *letterhead;
  WbLook *look;
  WbPicture *picture; /* (nullable) */
} WbStationery;

/* @looks: (nullable) WbLook; the one that @letterhead names, or else the first, or else a plain one. A picture that cannot be drawn is left
 * out, with the reason in @problem (nullable). (transfer full) */
WbStationery *wb_stationery_new   (const WbLetterhead  *letterhead,
                                   GPtrArray           *looks,
                                   GError             **problem);
/* The same around a picture that is drawn already, in place of the one of @letterhead; @picture is nullable. (transfer full) */
WbStationery *wb_stationery_new_with_picture (const WbLetterhead *letterhead,
                                              GPtrArray          *looks,
                                              WbPicture          *picture);
WbStationery *wb_stationery_ref   (WbStationery        *self);
void          wb_stationery_unref (WbStationery        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbStationery, wb_stationery_unref)

G_END_DECLS
