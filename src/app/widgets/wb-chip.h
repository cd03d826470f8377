/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-vocabulary.h"

G_BEGIN_DECLS

/**
 * WbChip:
 *
 * A small mark: an icon, a word, a tint. The word says it all; icon and tint only repeat it.
 *
 * Properties "icon-name" (nullable), "label" (nullable; without one the chip hides). A tint is given by one of
 * the style classes "blue", "green", "orange", "purple", "red".
 */
#define WB_TYPE_CHIP (wb_chip_get_type ())
G_DECLARE_FINAL_TYPE (WbChip, wb_chip, WB, CHIP, GtkWidget)

/* Both nullable. */
GtkWidget  *wb_chip_new          (const char   *icon_name,
                                  const char   *label);
const char *wb_chip_get_label    (WbChip       *self);
void        wb_chip_set_label    (WbChip       *self,
                                  const char   *label);
void        wb_chip_set_icon     (WbChip       *self,
                                  const char   *icon_name);
/* Shows how well something is documented: @grade, a value of the facet "evidence" (nullable: hides the chip). */
void        wb_chip_set_evidence (WbChip       *self,
                                  WbVocabulary *vocabulary,
                                  const char   *grade);
/* Shows what an entry strengthens: @effect, a value of the facet "effect". */
void        wb_chip_set_effect   (WbChip       *self,
                                  WbVocabulary *vocabulary,
                                  const char   *effect);

G_END_DECLS
