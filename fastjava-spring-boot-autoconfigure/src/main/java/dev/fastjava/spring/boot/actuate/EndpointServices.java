package dev.fastjava.spring.boot.actuate;

import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;

/**
 * What calls of operations need.
 *
 * @param security tells who asks
 * @param namespace which server this is: that of the application or that of the management
 * @param bodies reads bodies of requests
 * @param replies writes results
 */
record EndpointServices(
    EndpointSecurity security,
    WebServerNamespace namespace,
    EndpointBodies bodies,
    EndpointReplies replies) {}
