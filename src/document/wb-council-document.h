/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-council-gap.h"
#include "wb-document.h"
#include "wb-template.h"

G_BEGIN_DECLS

/* What is missing before the council meets, as a checklist on paper: the days, @gaps (WbCouncilGap, as wb_council_gap_list() orders them) under
 * their kinds, and who signs @papers (WbCouncilPaper). @context: town, project, date. (transfer full) */
WbDocument *wb_council_document_new (GPtrArray               *gaps,
                                     GPtrArray               *papers,
                                     const WbCouncilDays     *days,
                                     const GDate             *today,
                                     const WbTemplateContext *context);

G_END_DECLS
