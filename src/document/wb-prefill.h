/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-template.h"

G_BEGIN_DECLS

/*
 * Texts that are proposed while a question has no answer ("prefill" of a field): what stands in them comes from earlier answers, from the
 * project, and from the use case it started from. A proposal is never an answer until somebody takes it over or changes it.
 */

/* Called for each placeholder of @text, without braces and blanks around it. FALSE stops. */
typedef gboolean (*WbPrefillFunc) (const char *name,
                                   gpointer    user_data);

/* The use case: "@use-case" is its title, "@use-case NAME" one of its facts or sections. */
#define WB_PREFILL_USE_CASE "@use-case"

/* FALSE when @func stopped. */
gboolean wb_prefill_foreach (const char              *text,
                             WbPrefillFunc            func,
                             gpointer                 user_data);
/* The text proposed for @field; NULL when none is, when the question is answered or not asked, or when one of the placeholders has nothing
 * to stand in it. @facts: (nullable) name → text of the use case; "" is its title. (nullable) (transfer full) */
char    *wb_prefill_propose (const WbField           *field,
                             const WbTemplateContext *context,
                             GHashTable              *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
