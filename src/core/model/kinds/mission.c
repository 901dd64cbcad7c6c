/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kinds-table.h"

#include <glib/gi18n.h>

#include "dites-kind-text.h"

/* The desk itself: what prints name as the contact. There is one document, “mission:mission”. */

static const DitesField fields[] = {
  {
    .name = "name",
    .label = N_("Name"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED,
    .hint = N_("As it stands on the offers that are printed"),
  },
  {
    .name = "service",
    .label = N_("Department"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_LISTED,
  },
  {
    .name = "address",
    .label = N_("Address"),
    .type = DITES_FIELD_LINES,
  },
  {
    .name = "postcode",
    .label = N_("Postcode"),
    .type = DITES_FIELD_TEXT,
  },
  {
    .name = "city",
    .label = N_("City"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_LISTED,
  },
  {
    .name = "phone",
    .label = N_("Phone Number"),
    .type = DITES_FIELD_PHONE,
    .flags = DITES_FIELD_LISTED,
  },
  {
    .name = "email",
    .label = N_("E-Mail Address"),
    .type = DITES_FIELD_EMAIL,
  },
  {
    .name = "website",
    .label = N_("Website"),
    .type = DITES_FIELD_TEXT,
  },
  {
    .name = "logo",
    .label = N_("Logo"),
    .type = DITES_FIELD_PHOTOS,
    .maximum = 1,
  },
  { NULL },
};

static void
mission_check (DitesDocument *document,
               GPtrArray     *problems)
{
  dites_kind_check_postcode (problems, document, "postcode");
}

const DitesKind dites_kind_mission = {
  .name = "mission",
  .label = N_("Mission"),
  .plural = N_("Mission"),
  .icon_name = "go-home-symbolic",
  .axis = DITES_AXIS_NETWORK,
  .fields = fields,
  .check = mission_check,
  .single = TRUE,
};
