/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-item.h"
#include "wb-municipality.h"
#include "wb-vocabulary.h"

G_BEGIN_DECLS

/**
 * WbFitBox:
 *
 * Why an entry fits the town, and what has to be minded, in sentences. Hidden when there is nothing to say.
 */
#define WB_TYPE_FIT_BOX (wb_fit_box_get_type ())
G_DECLARE_FINAL_TYPE (WbFitBox, wb_fit_box, WB, FIT_BOX, AdwBin)

/* @town: (nullable) none chosen. */
void wb_fit_box_set (WbFitBox       *self,
                     WbItem         *item,
                     WbMunicipality *town,
                     WbVocabulary   *vocabulary);

G_END_DECLS
