/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-export-housing.h"
#include "dites-flow.h"
#include "dites-gers.h"
#include "dites-kind.h"

G_BEGIN_DECLS

/* A place that distances are given to. */
typedef struct
{
  char      *name;
  char      *commune;
  DitesPoint point;
} DitesPlace;

/* What all pages of one export share. */
typedef struct
{
  DitesPdf                 *pdf;
  const DitesExportSource  *source;
  const DitesExportOptions *options;
  const DitesKind          *kind;   /* of housing offers */
  GPtrArray                *places; /* of DitesPlace */

  /* The mission's contact; empty texts where it has none. */
  char *mission;
  char *service;
  char *address;
  char *phone;
  char *phone_link;
  char *email;
  char *website;
  char *website_link;
} DitesPress;

void dites_press_init (DitesPress               *self,
                       const DitesExportSource  *source,
                       const DitesExportOptions *options);
void dites_press_clear (DitesPress *self);

/**
 * DitesOffer:
 * @title: as the owner or the desk called it
 * @type: as in “Flat with two rooms”
 * @commune: its name
 * @point: about where it is: its commune, or its own place to about a kilometre
 * @rent: what is paid each month with charges, in cents; -1 if not known
 * @rent_from: whether @rent is that of the cheapest room
 *
 * A housing offer, read for print.
 */
typedef struct
{
  DitesPress    *press;
  DitesDocument *document;
  char          *title;
  char          *type;
  char          *commune;
  DitesPoint     point;
  gboolean       has_point;
  gint64         rent;
  gboolean       rent_from;
} DitesOffer;

DitesOffer *dites_offer_new (DitesPress    *press,
                             DitesDocument *document);
void        dites_offer_free (DitesOffer *self);
char       *dites_print_sentence (const char *text);
char       *dites_offer_text (DitesOffer *self,
                              const char *member);
const char *dites_offer_label (DitesOffer *self,
                               const char *member);
char       *dites_offer_money (DitesOffer *self,
                               const char *member);
char       *dites_offer_rent (DitesOffer *self);
char       *dites_offer_available (DitesOffer *self);
char       *dites_offer_class (DitesOffer *self,
                               const char *member);
gboolean    dites_offer_has_choice (DitesOffer *self,
                                    const char *member,
                                    const char *id);
char       *dites_price_format (gint64 cents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesOffer, dites_offer_free)

G_END_DECLS
