/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"
#include "wb-library.h"

G_BEGIN_DECLS

/* Looks up what the entries that @answers link to are called, and keeps the titles as options of the fields of @guide, where
 * wb_answer_to_display() finds them. What the library does not hold keeps its id. */
void wb_link_titles_look_up (WbGuide   *guide,
                             WbAnswers *answers,
                             WbLibrary *library);

G_END_DECLS
