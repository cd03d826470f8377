/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-contribution.h"

G_BEGIN_DECLS

struct _WbContribution
{
  /* Owned */
  GPtrArray *items; /* WbContributionItem */
  WbPrivacy *personal;
  WbLibrary *library;
  WbMunicipality *town; /* (nullable) */
  GPtrArray *uses;      /* char *: ids of the templates that were filled */
  WbGuide *guide;
  char *guide_id;
  char *use_case; /* (nullable) */
};

G_END_DECLS
