/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-query-sections.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Rows that follow each other and agree in what they are sorted by make a section: in the
 * first letter of a text, the month of a date, the range of an amount, else in the value.
 * Its label is worked out once, from the first document in it.
 */

/* How wide the ranges are: 100 euros, ten square metres. */
#define MONEY_RANGE 10000
#define AREA_RANGE  1000

/* Room for what tells one section from the next; the rest of a longer value does not count. */
#define KEY_SIZE 64

struct _DitesQuerySections
{
  DitesReader      *reader;
  const DitesKind  *kind;
  const DitesField *field; /* (nullable): sorted as it is filed, by the title */
  gboolean          none;  /* it is filed by something that nobody reads */
  char              last[KEY_SIZE];
  GPtrArray        *labels;
};

/**
 * dites_query_sections_new:
 * @reader: a reader, which must stay
 * @spec: what is asked for
 *
 * Returns: (transfer full): no section yet
 */
DitesQuerySections *
dites_query_sections_new (DitesReader          *reader,
                          const DitesQuerySpec *spec)
{
  DitesQuerySections *self = g_new0 (DitesQuerySections, 1);

  self->reader = reader;
  self->kind = dites_kind_get (spec->kind);
  self->field = self->kind != NULL && spec->sort != NULL ? dites_kind_get_field (self->kind, spec->sort) : NULL;
  self->none = self->kind == NULL || (self->field == NULL && self->kind->sort_text != NULL);
  self->labels = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * dites_query_sections_free:
 * @self: sections
 *
 * Frees them.
 */
void
dites_query_sections_free (DitesQuerySections *self)
{
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_by_letter (const DitesQuerySections *self)
{
  if (self->field == NULL)
    return TRUE;

  switch (self->field->type)
    {
    case DITES_FIELD_TEXT:
    case DITES_FIELD_NAME:
    case DITES_FIELD_LINES:
    case DITES_FIELD_EMAIL:
    case DITES_FIELD_PHONE:
    case DITES_FIELD_RPPS:
    case DITES_FIELD_ITEMS:
    case DITES_FIELD_PHOTOS:
      return TRUE;

    case DITES_FIELD_DATE:
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_DEGREES:
    case DITES_FIELD_NUMBER:
    case DITES_FIELD_CHOICE:
    case DITES_FIELD_FLAG:
    case DITES_FIELD_COMMUNE:
    case DITES_FIELD_REFERENCE:
    default:
      return FALSE;
    }
}

/* The number that a key of sixteen digits stands for; see append_sort_key() of the index. */
static gint64
read_number (const char *key)
{
  return (gint64) (g_ascii_strtoull (key, NULL, 16) ^ (G_GUINT64_CONSTANT (1) << 63));
}

static gint64
get_range (const DitesQuerySections *self)
{
  return self->field->type == DITES_FIELD_MONEY ? MONEY_RANGE : AREA_RANGE;
}

/* What two keys of one section have in common. */
static void
shorten (const DitesQuerySections *self,
         const char               *key,
         char                     *shortened)
{
  if (*key == '\0')
    shortened[0] = '\0';
  else if (is_by_letter (self))
    {
      gsize length = MIN (g_utf8_next_char (key) - key, 6);

      /* One section for whatever begins with a digit. */
      memcpy (shortened, g_ascii_isdigit (*key) ? "0" : key, g_ascii_isdigit (*key) ? 1 : length);
      shortened[g_ascii_isdigit (*key) ? 1 : length] = '\0';
    }
  else if (self->field->type == DITES_FIELD_DATE)
    g_strlcpy (shortened, key, strlen ("2026-11") + 1);
  else if (self->field->type == DITES_FIELD_MONEY || self->field->type == DITES_FIELD_AREA)
    g_snprintf (shortened, KEY_SIZE, "%" G_GINT64_FORMAT, read_number (key) / get_range (self));
  else
    g_strlcpy (shortened, key, KEY_SIZE);
}

static char *
get_value_text (const DitesQuerySections *self,
                guint32                   number)
{
  DitesDatabase *database = dites_reader_get_database (self->reader);
  sqlite3_stmt  *statement = dites_database_prepare (database, "SELECT body FROM document WHERE number = ?", NULL);
  char          *text = NULL;

  if (statement == NULL)
    return g_strdup ("");
  sqlite3_bind_int64 (statement, 1, number);
  if (dites_database_step (database, statement, NULL) == SQLITE_ROW)
    {
      g_autoptr (DitesDocument) document = dites_database_read_document (database, statement, 0, NULL);

      /* Titles are read with statements of their own. */
      sqlite3_reset (statement);
      if (document != NULL)
        text = dites_field_format (self->field, document, dites_reader_title_of, self->reader);
    }

  return text != NULL ? text : g_strdup ("");
}

static char *
get_month_label (const char *month)
{
  g_autofree char *first = g_strconcat (month, "-01", NULL);
  DitesDay         day = dites_day_from_iso (first);
  int              year, number, day_of_month;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;
  g_autofree char *initial = NULL;

  if (day == DITES_DAY_NONE)
    return g_strdup (month);

  dites_day_get_ymd (day, &year, &number, &day_of_month);
  time = g_date_time_new_utc (year, number, 1, 12, 0, 0);
  /* Translators: a month as a heading: “November 2026”; see g_date_time_format(). */
  text = g_date_time_format (time, C_("month", "%OB %Y"));
  initial = g_utf8_strup (text, g_utf8_next_char (text) - text);

  return g_strconcat (initial, g_utf8_next_char (text), NULL);
}

static char *
get_range_label (const DitesQuerySections *self,
                 const char               *key)
{
  gint64           start = read_number (key) / get_range (self) * get_range (self);
  gboolean         money = self->field->type == DITES_FIELD_MONEY;
  g_autofree char *from = money ? dites_money_format (start) : dites_area_format (start);
  g_autofree char *to = money ? dites_money_format (start + get_range (self)) : dites_area_format (start + get_range (self));

  /* Translators: a heading in a list that is sorted by an amount: “400 € to 500 €”. */
  return g_strdup_printf (C_("range", "%s to %s"), from, to);
}

static char *
make_label (const DitesQuerySections *self,
            const char               *key,
            guint32                   number)
{
  g_autofree char *value = NULL;

  if (*key == '\0')
    /* Translators: the heading of those in a list that have no value in what it is sorted by. */
    return g_strdup (_("Not Entered"));
  if (is_by_letter (self))
    return g_ascii_isdigit (*key) ? g_strdup ("0–9") : g_utf8_strup (self->last, -1);
  if (self->field->type == DITES_FIELD_DATE)
    return get_month_label (self->last);
  if (self->field->type == DITES_FIELD_MONEY || self->field->type == DITES_FIELD_AREA)
    return get_range_label (self, key);

  value = get_value_text (self, number);
  if (self->field->type == DITES_FIELD_NUMBER || self->field->type == DITES_FIELD_FLAG)
    /* Translators: a heading in a list: the label of a field, and its value. */
    return g_strdup_printf (C_("heading", "%s: %s"), dites_field_get_label (self->field), value);

  return *value != '\0' ? g_steal_pointer (&value) : g_strdup (_("Not Entered"));
}

/**
 * dites_query_sections_add:
 * @self: sections
 * @key: what the next document is sorted by; empty for nothing
 * @number: the document
 *
 * Returns: the place of its section among the labels
 */
guint32
dites_query_sections_add (DitesQuerySections *self,
                          const char         *key,
                          guint32             number)
{
  char shortened[KEY_SIZE];

  if (self->none)
    return 0;

  shorten (self, key, shortened);
  if (self->labels->len == 0 || strcmp (shortened, self->last) != 0)
    {
      memcpy (self->last, shortened, KEY_SIZE);
      g_ptr_array_add (self->labels, make_label (self, key, number));
    }

  return self->labels->len - 1;
}

/**
 * dites_query_sections_end:
 * @self: sections
 *
 * Returns: (transfer full) (element-type utf8): their labels, in their order; none
 *   if the list has no sections
 */
GPtrArray *
dites_query_sections_end (DitesQuerySections *self)
{
  return g_ptr_array_ref (self->labels);
}
