/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-press.h"

#include <glib/gi18n.h>
#include <string.h>

static void
place_free (gpointer data)
{
  DitesPlace *place = data;

  g_free (place->name);
  g_free (place->commune);
  g_free (place);
}

static void
add_place (DitesPress *self,
           const char *name,
           const char *commune,
           DitesPoint  point)
{
  DitesPlace *place = g_new0 (DitesPlace, 1);

  place->name = g_strdup (name);
  place->commune = g_strdup (commune);
  place->point = point;
  g_ptr_array_add (self->places, place);
}

static void
add_site (DitesPress    *self,
          DitesDocument *site)
{
  g_autofree char    *name = dites_document_dup_string (site, "name");
  g_autofree char    *insee = dites_document_dup_string (site, "commune");
  g_autofree char    *state = dites_document_dup_string (site, "state");
  const DitesCommune *commune = insee != NULL ? dites_gers_get_commune (insee) : NULL;
  gint64              latitude, longitude;

  if (name == NULL || g_strcmp0 (state, "closed") == 0)
    return;
  if (dites_document_get_int (site, "latitude", &latitude) && dites_document_get_int (site, "longitude", &longitude))
    add_place (self, name, commune != NULL ? commune->name : "", (DitesPoint) { (int) latitude, (int) longitude });
  else if (commune != NULL)
    add_place (self, name, commune->name, commune->point);
}

static void
add_hospitals (DitesPress *self)
{
  gsize                  n;
  const DitesHealthSite *sites = dites_gers_get_health_sites (&n);

  for (gsize i = 0; i < n; i++)
    if (sites[i].open && strcmp (sites[i].type, "hopital") == 0)
      {
        const DitesCommune *commune = dites_gers_get_commune (sites[i].insee);

        add_place (self, sites[i].name, commune != NULL ? commune->name : "", sites[i].point);
      }
}

static char *
dup_member (DitesDocument *document,
            const char    *member)
{
  char *text = document != NULL ? dites_document_dup_string (document, member) : NULL;

  return text != NULL ? g_strstrip (text) : g_strdup ("");
}

static char *
dup_address (DitesDocument *mission)
{
  g_autofree char *address = dup_member (mission, "address");
  g_autofree char *postcode = dup_member (mission, "postcode");
  g_autofree char *city = dup_member (mission, "city");
  g_autofree char *town = g_strdup_printf ("%s %s", postcode, city);

  g_strdelimit (address, "\n", ' ');
  g_strstrip (town);
  return address[0] != '\0' && town[0] != '\0' ? g_strdup_printf ("%s, %s", address, town)
                                               : g_strdup_printf ("%s%s", address, town);
}

static char *
make_website_link (const char *website)
{
  if (website[0] == '\0' || g_str_has_prefix (website, "https://") || g_str_has_prefix (website, "http://"))
    return g_strdup (website);
  return g_strdup_printf ("https://%s", website);
}

/**
 * dites_press_init:
 * @self: what all pages share
 * @source: where photos and titles come from; must outlive @self
 * @options: what was asked for; must outlive @self
 *
 * Reads what all pages share. The PDF is set by the caller.
 */
void
dites_press_init (DitesPress               *self,
                  const DitesExportSource  *source,
                  const DitesExportOptions *options)
{
  g_autofree char *phone = dup_member (options->mission, "phone");

  *self = (DitesPress) { .source = source, .options = options };
  self->kind = dites_kind_get ("housing");
  self->places = g_ptr_array_new_with_free_func (place_free);
  if (options->sites != NULL)
    for (guint i = 0; i < options->sites->len; i++)
      add_site (self, g_ptr_array_index (options->sites, i));
  else
    add_hospitals (self);

  self->mission = dup_member (options->mission, "name");
  self->service = dup_member (options->mission, "service");
  self->address = dup_address (options->mission);
  self->phone = phone[0] != '\0' ? dites_phone_format (phone) : g_strdup ("");
  self->phone_link = phone[0] != '\0' ? g_strdup_printf ("tel:%s", phone) : g_strdup ("");
  self->email = dup_member (options->mission, "email");
  self->website = dup_member (options->mission, "website");
  self->website_link = make_website_link (self->website);
}

/**
 * dites_press_clear:
 * @self: what all pages share
 *
 * Frees what dites_press_init() allocated.
 */
void
dites_press_clear (DitesPress *self)
{
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->mission, g_free);
  g_clear_pointer (&self->service, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->phone, g_free);
  g_clear_pointer (&self->phone_link, g_free);
  g_clear_pointer (&self->email, g_free);
  g_clear_pointer (&self->website, g_free);
  g_clear_pointer (&self->website_link, g_free);
}
