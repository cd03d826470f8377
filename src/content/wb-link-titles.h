/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"
#include "wb-library.h"

G_BEGIN_DECLS

/* From now on wb_answer_to_display() calls what answers to @guide link to by its title in @library (nullable). A guide that knows
 * titles keeps them. To be done before the guide is used on other threads. */
void wb_link_titles_attach (WbGuide   *guide,
                            WbLibrary *library);

G_END_DECLS
