/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-template.h"
#include "wb-text-part.h"

G_BEGIN_DECLS

/**
 * WbTextSource:
 *
 * The template of a text document, filled with answers and cut into parts that somebody may rewrite, and the way back from
 * parts to a template.
 */
typedef struct _WbTextSource WbTextSource;

/* @body: the template as a DOCUMENT. @context: borrowed, needed only now. (transfer full) */
WbTextSource *wb_text_source_new       (const WbBlock           *body,
                                        const WbTemplateContext *context);
void          wb_text_source_free      (WbTextSource            *self);
/* As the template has them: WbTextPart, in order. (transfer none) */
GPtrArray    *wb_text_source_get_parts (WbTextSource            *self);
/* A template, a DOCUMENT, in which @parts (see wb_text_edits_apply()) stand in the place of what was there. What has no answer yet
 * is still a placeholder in it. (transfer full) */
WbBlock      *wb_text_source_weave     (WbTextSource            *self,
                                        GPtrArray               *parts) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTextSource, wb_text_source_free)

G_END_DECLS
