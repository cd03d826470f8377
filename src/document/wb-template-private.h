/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-template.h"

G_BEGIN_DECLS

/* "12022" → "12.022". (transfer full) */
char     *wb_template_format_number  (guint                    number);
/* The answer of @field on one line; NULL when there is none. (transfer full) */
char     *wb_template_inline_answer  (const WbField           *field,
                                      const WbTemplateContext *context);
/* The part "name", "role" or "contact" of a person; NULL when it is empty. (transfer full) */
char     *wb_template_person_part    (const WbField           *field,
                                      const char              *column,
                                      const WbTemplateContext *context);
/* Translated "Name", "Role", "Contact"; NULL for anything else. Static. */
const char *wb_template_person_label (const char              *column);
/* TRUE when the guide's conditions leave @field out; @reason (nullable) is why. */
gboolean  wb_template_is_skipped     (const WbField           *field,
                                      const WbTemplateContext *context,
                                      const char             **reason);
/* Appends @item to a CHECKLIST, filled from the answers of the checklist field @field (nullable). */
void      wb_template_append_check   (WbBlock                 *list,
                                      const WbOption          *item,
                                      const WbField           *field,
                                      const WbTemplateContext *context);

G_END_DECLS
