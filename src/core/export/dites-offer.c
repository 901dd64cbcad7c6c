/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-press.h"

/* A printed place is no more exact than this, in 10⁻⁵ degrees: about a kilometre. */
#define EXACTNESS 1000

static int
make_inexact (gint64 angle)
{
  const gint64 half = angle < 0 ? -EXACTNESS / 2 : EXACTNESS / 2;

  return (int) ((angle + half) / EXACTNESS * EXACTNESS);
}

static void
read_place (DitesOffer *self)
{
  g_autofree char    *insee = dites_document_dup_string (self->document, "commune");
  const DitesCommune *commune = insee != NULL ? dites_gers_get_commune (insee) : NULL;
  gint64              latitude, longitude;

  if (commune != NULL)
    {
      self->commune = g_strdup (commune->name);
      self->point = commune->point;
      self->has_point = TRUE;
    }
  else
    self->commune = dites_offer_text (self, "commune");

  if (dites_document_get_int (self->document, "latitude", &latitude) &&
      dites_document_get_int (self->document, "longitude", &longitude) &&
      ABS (latitude) <= 9000000 && ABS (longitude) <= 18000000)
    {
      self->point = (DitesPoint) { make_inexact (latitude), make_inexact (longitude) };
      self->has_point = TRUE;
    }
}

static void
read_rent (DitesOffer *self)
{
  g_autoptr (GPtrArray) units = NULL;
  gint64 charges = 0;
  gint64 rent;

  self->rent = -1;
  dites_document_get_int (self->document, "charges_cents", &charges);
  if (dites_document_get_int (self->document, "rent_cents", &rent))
    {
      self->rent = rent + charges;
      return;
    }

  units = dites_document_get_items (self->document, "units");
  for (guint i = 0; i < units->len; i++)
    if (dites_document_get_int (g_ptr_array_index (units, i), "rent_cents", &rent) &&
        (self->rent < 0 || rent + charges < self->rent))
      {
        self->rent = rent + charges;
        self->rent_from = units->len > 1;
      }
}

/**
 * dites_offer_new:
 * @press: what all pages share
 * @document: a housing offer; must outlive the result
 *
 * Returns: (transfer full): the offer, read for print
 */
DitesOffer *
dites_offer_new (DitesPress    *press,
                 DitesDocument *document)
{
  DitesOffer *self = g_new0 (DitesOffer, 1);

  self->press = press;
  self->document = document;
  self->type = dites_offer_text (self, "type");
  read_place (self);
  read_rent (self);

  self->title = dites_document_dup_string (document, "title");
  if (self->title != NULL)
    g_strstrip (self->title);
  if (self->title == NULL || self->title[0] == '\0')
    {
      g_free (self->title);
      self->title = self->type[0] != '\0' ? g_strdup (self->type) : g_strdup (_ ("Furnished home"));
    }
  return self;
}

/**
 * dites_offer_free:
 * @self: an offer
 *
 * Frees @self.
 */
void
dites_offer_free (DitesOffer *self)
{
  g_free (self->title);
  g_free (self->type);
  g_free (self->commune);
  g_free (self);
}

/**
 * dites_print_sentence:
 * @text: a label, or several with commas between them
 *
 * Writes what forms and lists head with capitals as it stands in running text: “Eau,
 * Électricité” becomes “Eau, électricité”, “Shared Lease” “Shared lease”. Abbreviations keep theirs.
 *
 * Returns: (transfer full): the text
 */
char *
dites_print_sentence (const char *text)
{
  GString *sentence = g_string_new (NULL);
  gboolean within = TRUE; /* a word, or the first one begins */

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      gunichar next = g_utf8_get_char (g_utf8_next_char (p));

      g_string_append_unichar (sentence, !within && g_unichar_islower (next) ? g_unichar_tolower (letter) : letter);
      within = g_unichar_isalnum (letter);
    }

  return g_string_free (sentence, FALSE);
}

/**
 * dites_offer_text:
 * @self: an offer
 * @member: a field of the kind
 *
 * Returns: (transfer full): its value as people read it, empty if it has none
 */
char *
dites_offer_text (DitesOffer *self,
                  const char *member)
{
  const DitesField *field = dites_kind_get_field (self->press->kind, member);
  char             *text = NULL;

  if (field != NULL)
    text = dites_field_format (field, self->document, self->press->source->title_of, self->press->source->user_data);
  if (text != NULL && field->type == DITES_FIELD_CHOICE)
    {
      g_autofree char *label = text;

      text = dites_print_sentence (label);
    }
  return text != NULL ? text : g_strdup ("");
}

/**
 * dites_offer_label:
 * @self: an offer
 * @member: a field of the kind
 *
 * Returns: (transfer none): what the field is called
 */
const char *
dites_offer_label (DitesOffer *self,
                   const char *member)
{
  const DitesField *field = dites_kind_get_field (self->press->kind, member);

  return field != NULL ? dites_field_get_label (field) : member;
}

/**
 * dites_price_format:
 * @cents: an amount
 *
 * Returns: (transfer full): the amount, without cents when there are none
 */
char *
dites_price_format (gint64 cents)
{
  char *text = dites_money_format (cents);

  if (cents % 100 == 0)
    {
      const char *const marks[] = { ",00", ".00" };

      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          char *mark = strstr (text, marks[i]);

          if (mark != NULL)
            memmove (mark, mark + 3, strlen (mark + 3) + 1);
        }
    }
  return text;
}

/**
 * dites_offer_money:
 * @self: an offer
 * @member: a field of cents
 *
 * Returns: (transfer full) (nullable): the amount, or %NULL if it is not known
 */
char *
dites_offer_money (DitesOffer *self,
                   const char *member)
{
  gint64 cents;

  if (!dites_document_get_int (self->document, member, &cents))
    return NULL;
  return dites_price_format (cents);
}

/**
 * dites_offer_rent:
 * @self: an offer
 *
 * Returns: (transfer full): what is paid each month with charges, empty if it is not known
 */
char *
dites_offer_rent (DitesOffer *self)
{
  g_autofree char *price = NULL;

  if (self->rent < 0)
    return g_strdup ("");
  price = dites_price_format (self->rent);
  /* Translators: the rent of the cheapest room, as in “from €320”. */
  return self->rent_from ? g_strdup_printf (C_("rent", "from %s"), price) : g_steal_pointer (&price);
}

/**
 * dites_offer_available:
 * @self: an offer
 *
 * Returns: (transfer full): from when and until when it is free, empty if it is not known
 */
char *
dites_offer_available (DitesOffer *self)
{
  const DitesDay   from = dites_document_get_day (self->document, "available_from");
  const DitesDay   to = dites_document_get_day (self->document, "available_to");
  g_autofree char *first = from != DITES_DAY_NONE ? dites_day_format (from, DITES_DAY_LONG) : NULL;
  g_autofree char *last = to != DITES_DAY_NONE ? dites_day_format (to, DITES_DAY_LONG) : NULL;

  if (first != NULL && last != NULL)
    /* Translators: two dates. */
    return g_strdup_printf (_ ("from %s to %s"), first, last);
  if (first != NULL)
    /* Translators: a date. */
    return g_strdup_printf (_ ("from %s"), first);
  if (last != NULL)
    /* Translators: a date. */
    return g_strdup_printf (_ ("until %s"), last);
  return g_strdup ("");
}

/**
 * dites_offer_class:
 * @self: an offer
 * @member: "dpe" or "ges"
 *
 * Returns: (transfer full) (nullable): its class as one capital letter from A to G, or %NULL
 */
char *
dites_offer_class (DitesOffer *self,
                   const char *member)
{
  g_autofree char *letter = dites_document_dup_string (self->document, member);

  if (letter == NULL || strlen (letter) != 1)
    return NULL;
  letter[0] = g_ascii_toupper (letter[0]);
  return letter[0] >= 'A' && letter[0] <= 'G' ? g_steal_pointer (&letter) : NULL;
}

/**
 * dites_offer_has_choice:
 * @self: an offer
 * @member: a field of choices
 * @id: one of them
 *
 * Returns: whether @id is among the values
 */
gboolean
dites_offer_has_choice (DitesOffer *self,
                        const char *member,
                        const char *id)
{
  g_auto (GStrv) values = dites_document_dup_strings (self->document, member);

  return values != NULL && g_strv_contains ((const char *const *) values, id);
}
